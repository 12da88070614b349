import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Boundary, boundarySummary, midway, stretches, waysShown } from './boundary-stretches';

const gap = (start_m: number, length_m: number) => ({
  start_m,
  length_m,
  geometry: {
    coordinates: [
      [0, 0],
      [length_m / 1000, 0],
    ],
  },
});
const way = (at_m: number, state: 'kept' | 'new' | 'closed') => ({ at_m, lon: 0, lat: 0, state });

/** 400 m: two ways in before; one of them closed and one new after. */
const boundary: Boundary = {
  mode: 'walk',
  entrances_baseline: 2,
  entrances_proposal: 2,
  rings: [
    {
      length_m: 400,
      ways: [way(50, 'kept'), way(150, 'closed'), way(350, 'new')],
      baseline: [gap(50, 100), gap(150, 300)],
      proposal: [gap(50, 300), gap(350, 100)],
    },
    { length_m: 100, ways: [], baseline: [gap(0, 100)], proposal: [gap(0, 100)] },
  ],
};

describe('the boundary', () => {
  it('marks the longest stretch once, and those longer than advised', () => {
    const shown = stretches(boundary, 'proposal');
    expect(shown.map(({ lengthM, tooLong, longest }) => [lengthM, tooLong, longest])).toEqual([
      [300, true, true],
      [100, false, false],
      [100, false, false],
    ]);
    expect(new Set(shown.map(({ id }) => id)).size).toBe(3);
  });

  it('draws no stretch without a length', () => {
    const ring = { ...boundary.rings[0], length_m: 400, ways: [], proposal: [] };
    const twice = { ...boundary, rings: [{ ...ring, baseline: [gap(50, 0), gap(50, 400)] }] };
    expect(stretches(twice, 'baseline')).toHaveLength(1);
    expect(boundarySummary(twice, 'baseline')?.medianM).toBe(400);
    expect(boundarySummary(twice, 'proposal')).toBeNull();
  });

  it('shows today without what is new, and nothing as closed', () => {
    expect(waysShown(boundary, 'baseline').map(({ state }) => state)).toEqual(['kept', 'kept']);
    expect(waysShown(boundary, 'proposal').map(({ state }) => state)).toEqual([
      'kept',
      'closed',
      'new',
    ]);
  });

  it('sums up as the indicators do', () => {
    expect(boundarySummary(boundary, 'baseline')).toEqual({
      entrances: 2,
      perKm: 4,
      longestM: 300,
      medianM: 100,
      tooLong: 1,
      tooLongM: 300,
    });
  });

  it('finds the middle of a line on it', () => {
    expect(
      midway([
        [0, 0],
        [0, 1],
        [0, 4],
      ]),
    ).toEqual([0, 2]);
    expect(
      midway([
        [1, 1],
        [1, 1],
      ]),
    ).toEqual([1, 1]);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
          minLength: 2,
          maxLength: 6,
        }),
        (line) => {
          const [lon = -1, lat = -1] = midway(line);
          return lon >= 0 && lon <= 9 && lat >= 0 && lat <= 9;
        },
      ),
    );
  });
});
