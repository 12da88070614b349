import { describe, expect, it } from 'vitest';
import { comparisonFindings, residentsReaching } from './comparison-findings';
import { heldAgainst } from './held-against';
import type { HomeColumns } from './home-values';
import type { IndicatorRow } from './indicator-row';

const LENS = { mode: 'walk', category: 'station', cutoffMin: 10 };

function homes(minutes: readonly (number | null)[], ids = ['a', 'b', 'c']): HomeColumns {
  return {
    ids,
    residents: ids.map(() => 10),
    residents_proposal: ids.map((_, index) => 10 + index),
    in_area: ids.map((id) => id !== 'c'),
    lon: ids.map(() => 12),
    lat: ids.map(() => 55),
    values: [
      {
        indicator: 'travel_time_nearest',
        mode: 'walk',
        category: 'station',
        cutoff_min: null,
        unit: 'ms',
        baseline: minutes.map(() => null),
        proposal: minutes.map((each) => (each === null ? null : each * 60_000)),
      },
    ],
  };
}

function row(id: string, proposal: number | null, variant: string | null = null): IndicatorRow {
  const mode = id === 'cost' ? null : 'walk';
  const fields = { unit: '', better: 'higher', baseline: 0, change: null, known_share: 1 };
  return { id, mode, category: null, cutoff_min: 10, variant, proposal, ...fields };
}

describe('what sets proposals apart', () => {
  it('counts those of the area who arrive in time', () => {
    // c lies outside; b has 11 residents and 10 minutes, which is in time.
    expect(residentsReaching(homes([12, 10, 1]), LENS)).toBe(11);
    expect(residentsReaching(homes([null, 11, 1]), LENS)).toBe(0);
    expect(residentsReaching(homes([1, 1, 1]), { ...LENS, category: 'school' })).toBeNull();
  });

  it('names the best, the next and the difference', () => {
    const found = comparisonFindings(
      [
        { rows: [row('visitors_within', 120)], homes: homes([12, 12, 1]) },
        { rows: [row('visitors_within', 90)], homes: homes([9, 9, 1]) },
        { rows: [row('visitors_within', 100)], homes: homes([12, 9, 1]) },
      ],
      LENS,
    );
    expect(found).toEqual([
      { about: 'reach', lead: { best: 1, next: 2, by: 10 } },
      { about: 'visitors', lead: { best: 0, next: 2, by: 20 } },
    ]);
  });

  it('takes the cheapest as best, by the whole bill', () => {
    const priced = (kr: number) => ({ rows: [row('cost', 1, 'foundation'), row('cost', kr)] });
    const both = [priced(900), priced(500)].map((each) => ({ ...each, homes: homes([1, 1, 1]) }));
    const cost = comparisonFindings(both, LENS).find(({ about }) => about === 'cost');
    expect(cost?.lead).toEqual({ best: 1, next: 0, by: 400 });
  });

  it('says so when they are level, and nothing before all have answered', () => {
    const one = { rows: [], homes: homes([1, 1, 1]) };
    expect(comparisonFindings([one, one], LENS)).toEqual([{ about: 'reach', lead: null }]);
    expect(comparisonFindings([one, null], LENS)).toEqual([]);
    expect(comparisonFindings([one], LENS)).toEqual([]);
  });
});

describe('homes held against another proposal', () => {
  it('have the other proposal for before, home by home', () => {
    const held = heldAgainst(homes([5, 6, 7]), homes([1, 2], ['b', 'a']));
    expect(held.values[0]?.baseline).toEqual([120_000, 60_000, null]);
    expect(held.values[0]?.proposal).toEqual([300_000, 360_000, 420_000]);
    // b is the other's first home with 10 residents, a its second; c is not there at all.
    expect(held.residents).toEqual([11, 10, 0]);
  });
});
