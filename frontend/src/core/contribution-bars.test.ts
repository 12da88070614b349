import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenValue, contributionBars, type SharedValue } from './contribution-bars';

function shared(more: Partial<SharedValue>): SharedValue {
  return {
    id: 'saved_time',
    mode: 'walk',
    category: null,
    unit: 'resident_min',
    better: 'higher',
    total: 0,
    left_out: null,
    shapley: null,
    ...more,
  };
}

describe('contribution bars', () => {
  it('add up as they are shown, the most helpful first', () => {
    const value = shared({ total: 7.2, shapley: [-2.4, 9.8, -0.2], left_out: [-3, 10, 0] });
    const { bars, total, exact } = contributionBars(['a', 'b', 'c'], value) ?? never();
    expect(bars.map(({ feature, value: own }) => [feature, own])).toEqual([
      ['b', 10],
      ['c', 0],
      ['a', -3],
    ]);
    expect([total, exact]).toEqual([7, true]);
    expect(bars.map(({ outcome }) => outcome)).toEqual(['gain', 'none', 'loss']);
    expect(bars.map(({ size }) => size)).toEqual([1, 0, -0.3]);
    expect(bars.map(({ leftOut }) => leftOut)).toEqual([10, 0, -3]);
  });

  it('take less time for a gain', () => {
    const value = shared({
      unit: 'ms',
      better: 'lower',
      total: -90_400,
      shapley: [-120_400, 30_000],
    });
    const { bars, total } = contributionBars(['a', 'b'], value) ?? never();
    expect(bars.map(({ value: own, outcome }) => [own, outcome])).toEqual([
      [-120_000, 'gain'],
      [30_000, 'loss'],
    ]);
    expect(total).toBe(-90_000);
  });

  it('tell what is lost without each where no shares are given, and do not claim a sum', () => {
    const value = shared({ total: 50, left_out: [10.4, 0] });
    const { bars, exact } = contributionBars(['a', 'b'], value) ?? never();
    expect(exact).toBe(false);
    expect(bars.map(({ value: own, leftOut }) => [own, leftOut])).toEqual([
      [10, null],
      [0, null],
    ]);
  });

  it('say nothing where nothing is known', () => {
    expect(contributionBars(['a'], shared({ total: null, shapley: [1] }))).toBeNull();
    expect(contributionBars(['a'], shared({ total: 1 }))).toBeNull();
  });

  it('always show the total that their sum is', () => {
    const shares = fc.array(
      fc.integer({ min: -1e7, max: 1e7 }).map((n) => n / 64),
      {
        minLength: 1,
        maxLength: 10,
      },
    );
    fc.assert(
      fc.property(shares, (shapley) => {
        const whole = shapley.reduce((sum, share) => sum + share, 0);
        const features = shapley.map(String);
        const { bars, total } =
          contributionBars(features, shared({ total: whole, shapley })) ?? never();
        expect(bars.reduce((sum, { value }) => sum + value, 0)).toBe(total);
      }),
    );
  });

  it('are of the value the reader chose', () => {
    const values = [
      shared({}),
      shared({ category: 'school' }),
      shared({ id: 'travel_time_nearest', category: 'school' }),
    ];
    expect(chosenValue(values, 'all', 'walk', 'school')).toBe(values[0]);
    expect(chosenValue(values, 'saved', 'walk', 'school')).toBe(values[1]);
    expect(chosenValue(values, 'median', 'walk', 'school')).toBe(values[2]);
    expect(chosenValue(values, 'all', 'bike', 'school')).toBeUndefined();
  });
});

function never(): never {
  throw new Error('there are no bars');
}
