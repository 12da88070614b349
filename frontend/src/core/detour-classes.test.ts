import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countDetours, detourClass, detourFate, detourPlaces } from './detour-classes';

const columns = {
  lon: [12, 12.1],
  lat: [55, 55.1],
  from_lon: [1, 2],
  from_lat: [3, 4],
  to_lon: [5, 6],
  to_lat: [7, 8],
  straight_m: [30, 40],
  baseline_m: [900, 400],
  proposal_m: [60, 400.4],
  longest_m: 5000,
};

describe('detours across barriers', () => {
  it('reads places off the columns', () => {
    const [first, second] = detourPlaces(columns);
    expect(first).toEqual({
      id: 'detour-0',
      position: [12, 55],
      from: [1, 3],
      to: [5, 7],
      straightM: 30,
      beforeM: 900,
      afterM: 60,
    });
    expect(first && detourFate(first)).toBe('shorter');
    // Less than a metre is rounding.
    expect(second && detourFate(second)).toBe('same');
    expect(second && detourFate({ ...second, afterM: 500 })).toBe('longer');
  });

  it('puts a walk in its class, bounds included', () => {
    expect([30, 90, 91, 300, 301, 900, 901].map((walk) => detourClass(walk, 30))).toEqual([
      0, 0, 1, 1, 2, 2, 3,
    ]);
  });

  it('counts every place once before and once after', () => {
    // 30 times before and twice after; ten times before, and just above that after.
    expect(countDetours(detourPlaces(columns))).toEqual([
      { step: 0, before: 0, after: 1 },
      { step: 1, before: 1, after: 0 },
      { step: 2, before: 1, after: 1 },
      { step: 3, before: 0, after: 0 },
    ]);
  });

  it('a longer walk is never in a lower class', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 5000, noNaN: true }),
        fc.double({ min: 0, max: 5000, noNaN: true }),
        fc.double({ min: 1, max: 200, noNaN: true }),
        (walk, more, straight) => detourClass(walk + more, straight) >= detourClass(walk, straight),
      ),
    );
  });
});
