import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleBar } from './scale-bar';

describe('scale bar', () => {
  it('says the longest easy length that fits', () => {
    // 1.35 m a pixel, 120 px: 162 m fit, of which 100 m is easy to say and 74 px long.
    expect(scaleBar(1.35, 120)).toEqual({ lengthM: 100, widthPx: 100 / 1.35 });
    expect(scaleBar(1, 100)?.lengthM).toBe(100);
    expect(scaleBar(1, 99.9)?.lengthM).toBe(50);
    expect(scaleBar(20, 120)?.lengthM).toBe(2000);
  });

  it('has nothing to say without a scale', () => {
    expect(scaleBar(0, 120)).toBeNull();
    expect(scaleBar(Number.NaN, 120)).toBeNull();
  });

  it('always fits, and fills more than two fifths', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1000, noNaN: true }),
        fc.double({ min: 20, max: 400, noNaN: true }),
        (metresPerPx, longestPx) => {
          const bar = scaleBar(metresPerPx, longestPx);
          expect(bar).not.toBeNull();
          expect(bar?.widthPx).toBeLessThanOrEqual(longestPx * 1.0001);
          expect(bar?.widthPx).toBeGreaterThan(longestPx * 0.39);
        },
      ),
    );
  });
});
