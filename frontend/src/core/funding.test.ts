import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FUNDERS,
  fundingOf,
  NO_PERCENTS,
  type Percents,
  percentsSum,
  statedPercents,
} from './funding';

/** Three whole cuts of a hundred. */
const arbitraryPercents: fc.Arbitrary<Percents> = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 })
  .map((cuts) => {
    const [a = 0, b = 0, c = 0] = cuts.toSorted((one, two) => one - two);
    return { housing_organisation: a, municipality: b - a, foundation: c - b, others: 100 - c };
  });

describe('who pays', () => {
  it('is kept as shares that sum to one, and read back as it was written', () => {
    fc.assert(
      fc.property(arbitraryPercents, (percents) => {
        const funding = fundingOf(percents);
        if (funding === null) throw new Error('it sums to a hundred');
        const sum = Object.values(funding).reduce((all, share) => all + share, 0);
        expect(Math.abs(sum - 1)).toBeLessThan(1e-9);
        expect(statedPercents({ kind: 'closure', funding })).toEqual(percents);
      }),
    );
  });

  it('is not kept while it does not add up', () => {
    expect(fundingOf(NO_PERCENTS)).toBeNull();
    expect(fundingOf({ ...NO_PERCENTS, others: 99.9 })).toBeNull();
    expect(fundingOf({ ...NO_PERCENTS, others: 60, municipality: 60 })).toBeNull();
    expect(percentsSum({ ...NO_PERCENTS, others: 60, municipality: 60 })).toBe(120);
  });

  it('leaves out who pays nothing', () => {
    expect(fundingOf({ ...NO_PERCENTS, foundation: 100 })).toEqual({ foundation: 1 });
  });

  it('is nothing where it is not stated', () => {
    for (const funding of [null, 'all', [1]]) {
      expect(statedPercents({ kind: 'closure', funding })).toBeNull();
    }
    expect(statedPercents({ kind: 'closure' })).toBeNull();
    expect(Object.keys(NO_PERCENTS)).toEqual([...FUNDERS]);
  });
});
