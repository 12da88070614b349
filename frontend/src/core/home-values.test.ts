import { describe, expect, it } from 'vitest';
import { type HomeColumns, newlyReaching, timesOfHome } from './home-values';

const minute = 60_000;

// a: 20 residents, 12 → 9 min. b: 10 residents, half demolished, 8 min both times.
// c: 7 residents outside the area. d: drawn, 30 residents, 10 min.
const homes: HomeColumns = {
  ids: ['a', 'b', 'c', 'd'],
  residents: [20, 10, 7, 0],
  residents_proposal: [20, 5, 7, 30],
  lon: [12, 12, 12, 12],
  lat: [55, 55, 55, 55],
  in_area: [true, true, false, true],
  values: [
    {
      indicator: 'travel_time_nearest',
      mode: 'walk',
      category: 'school',
      cutoff_min: null,
      unit: 'ms',
      baseline: [12 * minute, 8 * minute, 12 * minute, null],
      proposal: [9 * minute, 8 * minute, 9 * minute, 10 * minute],
    },
  ],
};

describe('home values', () => {
  it('counts the residents of the area who newly arrive in time', () => {
    // after: 20 + 5 + 30; before: 10.
    expect(newlyReaching(homes, 'walk', 'school', 10)).toBe(45);
    expect(newlyReaching(homes, 'walk', 'school', 5)).toBe(0);
  });

  it('says nothing about what the answer does not hold', () => {
    expect(newlyReaching(homes, 'bike', 'school', 10)).toBeNull();
  });

  it('gives one home its times before and after', () => {
    expect(timesOfHome(homes, 0, 'walk')).toEqual([
      { category: 'school', beforeMs: 12 * minute, afterMs: 9 * minute },
    ]);
    expect(timesOfHome(homes, 3, 'walk')[0]?.beforeMs).toBeNull();
  });
});
