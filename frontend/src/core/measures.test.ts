import { describe, expect, it } from 'vitest';
import type { IndicatorRow } from './indicator-row';
import { CARDS, groupOf, headline, measuresOf, rowsForLens, tellingRow } from './measures';

const lens = { mode: 'bike', category: 'school', cutoffMin: 10 };

function row(fields: Partial<IndicatorRow>): IndicatorRow {
  return {
    id: 'anything',
    mode: null,
    category: null,
    cutoff_min: null,
    variant: null,
    unit: 'share',
    better: 'higher',
    baseline: 1,
    proposal: 1,
    change: 0,
    known_share: 1,
    ...fields,
  };
}

describe('measures', () => {
  it('keep what the reader looks at, where the indicator knows it', () => {
    const rows = ['walk', 'bike'].flatMap((mode) =>
      ['park', 'school'].flatMap((category) =>
        [5, 10].map((cutoff_min) => row({ mode, category, cutoff_min })),
      ),
    );
    expect(rowsForLens(rows, lens)).toEqual([
      row({ mode: 'bike', category: 'school', cutoff_min: 10 }),
    ]);
  });

  it('fall back to one value for all, and then to the first there is', () => {
    const whole = row({ mode: 'bike', category: null });
    expect(rowsForLens([row({ mode: 'bike', category: 'park' }), whole], lens)).toEqual([whole]);
    const onFoot = [row({ mode: 'walk', variant: '400' }), row({ mode: 'walk', variant: '800' })];
    expect(rowsForLens(onFoot, lens)).toEqual(onFoot);
    const twenty = row({ cutoff_min: 20 });
    expect(rowsForLens([twenty, row({ cutoff_min: 30 })], lens)).toEqual([twenty]);
    expect(rowsForLens([], lens)).toEqual([]);
  });

  it('stand in their own group, in the order of the registry, with or without numbers', () => {
    const registry = [
      { id: 'b', group: 3, live: false },
      { id: 'x', group: 1, live: true },
      { id: 'a', group: 3, live: true },
    ];
    const measures = measuresOf(registry, [row({ id: 'a' })], groupOf('through'), lens);
    expect(measures.map(({ measure, rows }) => [measure.id, rows.length])).toEqual([
      ['b', 0],
      ['a', 1],
    ]);
    expect(CARDS.map(groupOf)).toEqual([1, 2, 3, 4, 5]);
  });

  it('say first what moved, then what is known, then what there is', () => {
    const unknown = row({ baseline: null, proposal: null, change: null });
    const moved = row({ proposal: 2, change: 1 });
    expect(tellingRow([unknown, row({}), moved])).toBe(moved);
    expect(tellingRow([unknown, row({})])).toEqual(row({}));
    expect(tellingRow([unknown])).toBe(unknown);
    expect(tellingRow([])).toBeNull();
    const measure = { id: 'anything', group: 3, live: true };
    expect(
      headline([
        { measure, rows: [row({})] },
        { measure, rows: [moved] },
      ]),
    ).toBe(moved);
    expect(headline([{ measure, rows: [] }])).toBeNull();
  });
});
