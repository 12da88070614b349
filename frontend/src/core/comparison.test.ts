import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOf, compareCells, compareGroup, rowKey, tellsApart } from './comparison';
import type { IndicatorRow } from './indicator-row';

const written = (value: number | null) => (value === null ? '–' : value.toFixed(1));

function row(proposal: number | null, more: Partial<IndicatorRow> = {}): IndicatorRow {
  return {
    id: 'share_within',
    mode: 'walk',
    category: 'school',
    cutoff_min: 10,
    variant: null,
    unit: 'share',
    better: 'higher',
    baseline: 0,
    proposal,
    change: proposal,
    known_share: 1,
    ...more,
  };
}

const minutes = (proposal: number | null) => row(proposal, { unit: 'ms', better: 'lower' });

describe('compared cells', () => {
  it('are held against the reference, on one scale', () => {
    const cells = compareCells([row(10), row(14), row(8)], 0, written);
    expect(cells.map(({ difference }) => difference)).toEqual([null, 4, -2]);
    expect(cells.map(({ size }) => size)).toEqual([0, 1, -0.5]);
    expect(cells.map(({ outcome }) => outcome)).toEqual(['unknown', 'gain', 'loss']);
  });

  it('may be held against any of the proposals', () => {
    const cells = compareCells([row(10), row(14), row(8)], 1, written);
    expect(cells.map(({ difference }) => difference)).toEqual([-4, null, -6]);
  });

  it('mark the best proposal, never today', () => {
    const lowest = compareCells([minutes(1), minutes(5), minutes(3)], 0, written);
    expect(lowest.map(({ best }) => best)).toEqual([false, false, true]);
    const level = compareCells([row(1), row(5), row(5)], 0, written);
    expect(level.map(({ best }) => best)).toEqual([false, false, false]);
  });

  it('make nothing of a difference nobody can read', () => {
    const [, same, other] = compareCells([row(1.01), row(1.02), row(1.3)], 0, written);
    expect(same).toMatchObject({ difference: 0, outcome: 'none', size: 0, best: false });
    expect(other).toMatchObject({ outcome: 'gain', size: 1, best: true });
  });

  it('take a place that can be reached at all as the largest gain', () => {
    const cells = compareCells([minutes(null), minutes(5), minutes(null)], 0, written);
    expect(cells[1]).toMatchObject({ difference: null, outcome: 'gain', size: -1, best: true });
    expect(cells[2]).toMatchObject({ outcome: 'unknown', size: 0, best: false });
  });

  it('leave out what is unknown or not worked out', () => {
    expect(bestOf([row(null), row(3)], written)).toEqual([false, false]);
    expect(bestOf([row(null), row(3), row(4)], written)).toEqual([false, false, true]);
    expect(compareCells([row(3), null], 0, written)[1]).toMatchObject({ row: null, size: 0 });
  });

  it('make no gain of a number that is known for some only', () => {
    const cells = compareCells([row(null), row(5), row(null)], 0, written);
    expect(cells.map(({ outcome, size }) => [outcome, size])).toEqual([
      ['unknown', 0],
      ['unknown', 0],
      ['unknown', 0],
    ]);
  });

  it('name no best where neither more nor less is better', () => {
    const neutral = [1, 2].map((value) => row(value, { better: 'neutral' }));
    expect(bestOf(neutral, written)).toEqual([false, false]);
  });

  const value = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }));
  const rows = fc.array(
    value.map((each) => row(each)),
    { minLength: 2, maxLength: 6 },
  );

  it('have sizes within one, and the reference has none', () => {
    fc.assert(
      fc.property(rows, fc.nat(5), (some, at) => {
        const reference = at % some.length;
        const cells = compareCells(some, reference, written);
        expect(cells).toHaveLength(some.length);
        expect(cells.every(({ size }) => Math.abs(size) <= 1)).toBe(true);
        expect(cells[reference]).toMatchObject({ difference: null, size: 0 });
      }),
    );
  });

  it('mark as best only what nothing known is better than', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const cells = compareCells(some, 0, written);
        const known = cells.slice(1).map((cell) => cell.row?.proposal ?? -Infinity);
        for (const { best, row: own } of cells) {
          if (best) expect(written(own?.proposal ?? null)).toBe(written(Math.max(...known)));
        }
      }),
    );
  });
});

describe('compared groups', () => {
  const registry = [
    { id: 'share_within', group: 1, live: true },
    { id: 'cost', group: 5, live: false },
  ];
  const question = {
    reference: 0,
    registry,
    group: 1,
    lens: { mode: 'walk', category: 'school', cutoffMin: 10 },
    everyVariant: false,
    written,
  };
  const variants = (a: number, b: number) => ({
    rows: [row(a, { variant: 'first' }), row(b, { variant: 'second' })],
  });

  it('show of each measure the variant that tells the proposals apart', () => {
    const columns = [variants(1, 1), variants(1, 2)];
    const [shown] = compareGroup({ ...question, columns });
    expect(shown?.sample?.variant).toBe('second');
    expect(shown && tellsApart(shown)).toBe(true);
    expect(compareGroup({ ...question, columns, everyVariant: true })).toHaveLength(2);
  });

  it('keep a row for what nobody has worked out yet', () => {
    const columns = [{ rows: [] }, { rows: [] }];
    const [cost] = compareGroup({ ...question, group: 5, columns });
    expect(cost).toMatchObject({ key: 'cost', sample: null });
    expect(cost?.cells.map((cell) => cell.row)).toEqual([null, null]);
  });

  it('put the same number of every proposal in one row', () => {
    const columns = [variants(1, 2), variants(3, 4), { rows: [row(9, { variant: 'second' })] }];
    const rows = compareGroup({ ...question, columns, everyVariant: true });
    expect(rows.map(({ key }) => key)).toEqual([
      rowKey(row(0, { variant: 'first' })),
      rowKey(row(0, { variant: 'second' })),
    ]);
    expect(rows[1]?.cells.map((cell) => cell.row?.proposal)).toEqual([2, 4, 9]);
    expect(rows[0]?.cells[2]?.row).toBeNull();
  });
});
