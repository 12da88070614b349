import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAGE_PIXELS, PAGE_SIDE_PX, pageScale } from './plan-page-scale';

describe('the scale of a page', () => {
  it('is fine for a sheet of A4 and bounded for one of A0', () => {
    expect(pageScale({ width: 595, height: 842 })).toBeCloseTo(200 / 72);
    expect(pageScale({ width: 2384, height: 3370 })).toBeCloseTo(1.411, 3);
  });

  it('never makes a picture that a browser cannot hold', () => {
    const side = fc.double({ min: 1, max: 14_400, noNaN: true });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const scale = pageScale({ width, height });
        expect(width * scale * height * scale).toBeLessThanOrEqual(PAGE_PIXELS * 1.000_001);
        expect(Math.max(width, height) * scale).toBeLessThanOrEqual(PAGE_SIDE_PX * 1.000_001);
      }),
    );
  });
});
