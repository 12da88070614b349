import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bothStateCost, sharedCost, summedCost } from './stated-cost';

const PATH = { kind: 'connection', phase: 2 };

describe('a stated price', () => {
  it('is shared out by length and summed again, none of it lost', () => {
    const oere = fc.integer({ min: 0, max: 1e9 });
    const metres = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(oere, metres, metres, (price, firstM, secondM) => {
        const whole = { ...PATH, cost_kr: price / 100 };
        const [first, second] = sharedCost(whole, [firstM, secondM]);
        expect(summedCost(first, second)).toEqual(whole);
        expect(Number(first.cost_kr)).toBeCloseTo((price / 100) * (firstM / (firstM + secondM)), 1);
        expect(bothStateCost(first, second)).toBe(true);
      }),
    );
  });

  it('is left alone where there is none', () => {
    expect(sharedCost(PATH, [1, 2])).toEqual([PATH, PATH]);
    expect(summedCost(PATH, PATH)).toEqual(PATH);
    expect(bothStateCost(PATH, { ...PATH, cost_kr: 1 })).toBe(false);
  });
});
