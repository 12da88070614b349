import { describe, expect, it } from 'vitest';
import { chooseColumn, columnKey, type StreetValues, streetValues } from './street-values';

const flow: StreetValues = {
  indicator: 'edge_flow',
  mode: 'walk',
  category: null,
  cutoff_min: 15,
  variant: null,
  unit: 'trips',
  baseline: [4, null],
  proposal: [2, null],
  drawn: [3],
};
const columns = {
  ids: [7, 8],
  drawn_ids: ['path'],
  drawn_geometry: [{ coordinates: [[12, 55] as const, [12.1, 55] as const].map((at) => [...at]) }],
  values: [flow, { ...flow, mode: 'bike' }, { ...flow, mode: 'bike', variant: '800' }],
};

describe('street values', () => {
  it('choose by mode and by what the reader picked', () => {
    expect(chooseColumn(columns, 'walk', null)).toBe(flow);
    const wide = columns.values[2] as StreetValues;
    expect(chooseColumn(columns, 'bike', columnKey(wide))).toBe(wide);
    expect(chooseColumn(columns, 'bike', 'gone')).toBe(columns.values[1]);
    expect(chooseColumn(columns, 'transit', null)).toBeNull();
  });

  it('put each number on its line, and what is drawn after the streets', () => {
    const line = [
      [12, 55],
      [12, 56],
    ];
    const found = streetValues(columns, flow, new Map([['7', line]]));
    expect(found).toEqual([
      { id: '7', line, before: 4, after: 2 },
      {
        id: 'path',
        line: [
          [12, 55],
          [12.1, 55],
        ],
        before: null,
        after: 3,
      },
    ]);
  });
});
