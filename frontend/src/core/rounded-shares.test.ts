import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundedShares } from './rounded-shares';

const shares = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 10 });

describe('rounded shares', () => {
  it('add up to the total that is shown', () => {
    expect(roundedShares([0.4, 0.4, 0.4], 1)).toEqual([1, 0, 0]);
    expect(roundedShares([12.4, 12.4, 12.2], 1)).toEqual([13, 12, 12]);
    expect(roundedShares([-1499, -1499, 0], 1000)).toEqual([-1000, -2000, 0]);
    expect(roundedShares([], 1)).toEqual([]);
  });

  it('always add up, and none is moved by a whole step', () => {
    fc.assert(
      fc.property(shares, fc.constantFrom(1, 1000), (exact, step) => {
        const shown = roundedShares(exact, step);
        const total = exact.reduce((sum, share) => sum + share, 0);
        const sum = shown.reduce((all, share) => all + share, 0);
        expect(Math.abs(sum - total)).toBeLessThanOrEqual(step / 2 + 1e-6);
        shown.forEach((share, index) => {
          expect(Math.abs(share - (exact[index] ?? 0))).toBeLessThanOrEqual(step);
          expect(Math.abs(share % step)).toBe(0);
        });
      }),
    );
  });
});
