import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthM } from './measure';
import { planeLengthM, toPlane } from './utm32';

// Worked out by PROJ: echo "55.6542 12.2893" | cs2cs EPSG:4326 EPSG:25832
const PROJ: readonly (readonly [[number, number], number, number])[] = [
  [[12.2893, 55.6542], 706_933.1123, 6_172_500.5668],
  [[8.45, 55.48], 465_238.7513, 6_148_344.9253],
  [[12.46, 55.75], 717_135.1979, 6_183_677.8383],
  [[9, 55.5], 500_000, 6_150_433.2176],
];

describe('the plane of EPSG:25832', () => {
  it('agrees with PROJ to the tenth of a millimetre', () => {
    for (const [place, east, north] of PROJ) {
      const [x, y] = toPlane(place);
      expect(x).toBeCloseTo(east, 3);
      expect(y).toBeCloseTo(north, 3);
    }
  });

  it('measures a line nearly as the sphere does', () => {
    const near = fc.tuple(
      fc.double({ min: 8.3, max: 12.6, noNaN: true }),
      fc.double({ min: 55.4, max: 55.9, noNaN: true }),
    );
    fc.assert(
      fc.property(near, near, (a, b) => {
        const [sphere, plane] = [lengthM([a, b]), planeLengthM([a, b])];
        expect(Math.abs(plane - sphere)).toBeLessThan(0.01 * sphere + 0.01);
      }),
    );
  });
});
