import { roundedShares } from './rounded-shares';

/** One value shared out, as the service sends it; lists are in the order of the features. */
export interface SharedValue {
  readonly id: string;
  readonly mode: string;
  readonly category: string | null;
  readonly unit: string;
  readonly better: string;
  readonly total: number | null;
  readonly left_out: readonly number[] | null;
  readonly shapley: readonly number[] | null;
}

export interface ContributionBar {
  readonly feature: string;
  /** As it is shown: whole minutes, or whole seconds in milliseconds. */
  readonly value: number;
  /** What is lost without it; null where only that is told anyway. */
  readonly leftOut: number | null;
  readonly outcome: 'gain' | 'loss' | 'none';
  /** −1 … 1, of the largest; above zero is a gain, whatever its sign. */
  readonly size: number;
}

export interface ContributionBars {
  readonly bars: readonly ContributionBar[];
  /** As it is shown: with exact shares the very sum of the bars. */
  readonly total: number;
  readonly exact: boolean;
}

export type ContributionMeasure = 'all' | 'saved' | 'median';

/** The value the reader chose: time saved to all kinds or to one, or the typical time to one. */
export function chosenValue(
  values: readonly SharedValue[],
  measure: ContributionMeasure,
  mode: string,
  category: string,
): SharedValue | undefined {
  const id = measure === 'median' ? 'travel_time_nearest' : 'saved_time';
  const wanted = measure === 'all' ? null : category;
  return values.find((each) => each.id === id && each.mode === mode && each.category === wanted);
}

/**
 * Bars on one scale, what helps most first.
 *
 * Null where the value cannot be shared out: in some part of the drawing it is not known.
 */
export function contributionBars(
  features: readonly string[],
  value: SharedValue,
): ContributionBars | null {
  const { total, shapley, left_out: leftOut, better, unit } = value;
  const shares = shapley ?? leftOut;
  if (total === null || shares === null) return null;
  const step = unit === 'ms' ? 1000 : 1;
  const shown =
    shapley === null ? shares.map((each) => near(each, step)) : roundedShares(shares, step);
  const largest = Math.max(...shown.map(Math.abs), 0);
  const sign = better === 'lower' ? -1 : 1;
  const bars = features.map((feature, index): ContributionBar => {
    const own = shown[index] ?? 0;
    const gain = own * sign;
    return {
      feature,
      value: own,
      leftOut: shapley === null || leftOut === null ? null : near(leftOut[index] ?? 0, step),
      outcome: gain > 0 ? 'gain' : gain < 0 ? 'loss' : 'none',
      size: largest === 0 ? 0 : gain / largest + 0,
    };
  });
  return {
    bars: bars.toSorted((a, b) => b.size - a.size),
    total: near(total, step),
    exact: shapley !== null,
  };
}

const near = (value: number, step: number) => Math.round(value / step) * step + 0;
