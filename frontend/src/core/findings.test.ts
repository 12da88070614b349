import { describe, expect, it } from 'vitest';
import { inFinding, outFinding, tiedFinding } from './findings';
import type { HomeColumns } from './home-values';
import { type IndicatorRow, outcomeOf } from './indicator-row';

const blank: IndicatorRow = {
  id: 'share_within',
  mode: 'walk',
  category: 'school',
  cutoff_min: 10,
  variant: null,
  unit: 'share',
  better: 'higher',
  baseline: 0.5,
  proposal: 0.5,
  change: 0,
  known_share: null,
};
const lens = { mode: 'walk', category: 'school', cutoffMin: 10 };

/** One home of the area that comes from 12 to 9 minutes. */
function homesReaching(category: string, residents: number): HomeColumns {
  return {
    ids: ['home'],
    residents: [residents],
    residents_proposal: [residents],
    lon: [12.3],
    lat: [55.65],
    in_area: [true],
    values: [
      {
        indicator: 'travel_time_nearest',
        mode: 'walk',
        category,
        cutoff_min: null,
        unit: 'ms',
        baseline: [720_000],
        proposal: [540_000],
      },
    ],
  };
}

describe('findings', () => {
  it('counts the residents who newly reach the chosen category', () => {
    const rows = [{ ...blank, proposal: 0.7, change: 0.2 }];
    expect(outFinding(rows, lens, homesReaching('school', 412))?.residents).toBe(412);
  });

  it('tells of the category that moved most when the chosen one stands still', () => {
    const rows = [
      blank,
      { ...blank, category: 'station', proposal: 0.6, change: 0.1 },
      { ...blank, category: 'grocery', proposal: 0.55, change: 0.05 },
    ];
    expect(outFinding(rows, lens, homesReaching('station', 100))).toMatchObject({
      row: { category: 'station' },
      residents: 100,
    });
  });

  it('falls back to the travel time when nobody passes the cutoff', () => {
    const time = { ...blank, id: 'travel_time_nearest', cutoff_min: null, unit: 'ms' };
    const rows = [
      blank,
      { ...time, better: 'lower', baseline: 900_000, proposal: 800_000, change: -100_000 },
    ];
    expect(outFinding(rows, lens, null)).toMatchObject({
      row: { id: 'travel_time_nearest' },
      residents: null,
    });
  });

  it('says nothing rather than guess when a number is missing', () => {
    expect(inFinding([], lens)).toBeNull();
    expect(tiedFinding([], lens)).toBeNull();
  });

  it('knows better from worse in both directions', () => {
    expect(outcomeOf({ ...blank, proposal: 0.6 })).toBe('gain');
    expect(outcomeOf({ ...blank, better: 'lower', proposal: 0.6 })).toBe('loss');
    expect(outcomeOf({ ...blank, better: 'lower', baseline: null, proposal: 9 })).toBe('gain');
    expect(outcomeOf({ ...blank, baseline: null, proposal: null })).toBe('unknown');
  });
});
