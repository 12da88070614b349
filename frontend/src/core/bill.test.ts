import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FeatureBill, stretchesOf, sumOf, sumsByPhase } from './bill';
import { FUNDERS } from './funding';

function bill(feature: string, kr: number | null, state: FeatureBill['state']): FeatureBill {
  return { feature, kr, state, stated: false, payers: null, lines: [] };
}

const BILLS = [bill('a', 100, 'known'), bill('b', null, 'unknown'), bill('c', 50, 'partly')];
const KRONER = fc.double({ min: 0, max: 1e9, noNaN: true });

describe('a bill', () => {
  it('sums what is known and counts what is not', () => {
    expect(sumOf(BILLS)).toEqual({ kr: 150, known: 1, count: 3 });
    expect(sumOf([])).toEqual({ kr: 0, known: 0, count: 0 });
  });

  it('is divided by phase without losing or adding anything', () => {
    const phaseOf = (feature: string) => (feature === 'c' ? 3 : 1);
    expect(sumsByPhase(BILLS, [1, 2, 3], phaseOf)).toEqual([
      { kr: 100, known: 1, count: 2 },
      { kr: 0, known: 0, count: 0 },
      { kr: 50, known: 0, count: 1 },
    ]);
  });

  it('fills the bar from end to end, each beside the last', () => {
    const payers = fc.record({
      housing_organisation: KRONER,
      municipality: KRONER,
      foundation: KRONER,
      others: KRONER,
    });
    fc.assert(
      fc.property(payers, (paid) => {
        const stretches = stretchesOf(paid, FUNDERS);
        const total = FUNDERS.reduce((sum, funder) => sum + paid[funder], 0);
        expect(stretches.map(({ funder }) => funder)).toEqual(
          total > 0 ? FUNDERS.filter((funder) => paid[funder] > 0) : [],
        );
        stretches.forEach(({ from }, index) => {
          expect(from).toBe(stretches[index - 1]?.to ?? 0);
        });
        if (total > 0) expect(stretches.at(-1)?.to).toBeCloseTo(1, 9);
      }),
    );
  });
});
