import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaPicture } from './area-picture';
import type { Intervention } from './proposal';
import type { Surface } from './surface';

const AREA: Surface = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [0, 0],
        [2, 0],
        [2, 1],
        [0, 1],
        [0, 0],
      ],
    ],
  ],
};

const path = (coordinates: number[][]): Intervention => ({
  type: 'Feature',
  id: 'a',
  geometry: { type: 'LineString', coordinates },
  properties: { kind: 'connection' },
});

const numbers = (d: string) => d.match(/-?[\d.]+/g)?.map(Number) ?? [];

describe('the picture of an area', () => {
  it('fills the square with its longer side and stands in the middle', () => {
    const [west, bottom, east] = numbers(areaPicture(AREA, [], 100, 10).outline);
    expect(west).toBe(10);
    expect(east).toBe(90);
    // One degree high and two wide, hardly squeezed so near the equator: 40 px high, so from 30 to 70.
    expect(bottom).toBeCloseTo(70, 0);
  });

  it('makes room for the threads that leave it', () => {
    const { threads, outline } = areaPicture(
      AREA,
      [
        path([
          [1, 1],
          [6, 1],
        ]),
      ],
      100,
      10,
    );
    expect(threads).toMatch(/^M[\d. ]+L[\d. ]+$/);
    expect(Math.max(...numbers(threads))).toBe(90);
    expect(Math.max(...numbers(outline))).toBeLessThan(60);
  });

  it('never draws outside the square', () => {
    const degree = fc.double({ min: 8, max: 12, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(degree, degree), { minLength: 2 }), (places) => {
        const { threads } = areaPicture(AREA, [path(places.map(([x, y]) => [x, y]))], 120, 8);
        for (const each of numbers(threads)) {
          expect(each).toBeGreaterThanOrEqual(7.9);
          expect(each).toBeLessThanOrEqual(112.1);
        }
      }),
    );
  });
});
