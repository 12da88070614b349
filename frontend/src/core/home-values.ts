/** The homes of an answer, column by column, as the service sends them. */
export interface HomeColumns {
  readonly ids: readonly string[];
  readonly residents: readonly number[];
  readonly residents_proposal: readonly number[];
  readonly in_area: readonly boolean[];
  readonly lon: readonly number[];
  readonly lat: readonly number[];
  readonly values: readonly HomeValues[];
}

export interface HomeValues {
  readonly indicator: string;
  readonly mode: string | null;
  readonly category: string | null;
  readonly cutoff_min: number | null;
  readonly unit: string;
  readonly baseline: readonly (number | null)[];
  readonly proposal: readonly (number | null)[];
}

export function travelTimes(
  homes: HomeColumns,
  mode: string,
  category: string,
): HomeValues | undefined {
  return homes.values.find(
    (values) =>
      values.indicator === 'travel_time_nearest' &&
      values.mode === mode &&
      values.category === category,
  );
}

export interface HomeTime {
  readonly category: string;
  readonly beforeMs: number | null;
  readonly afterMs: number | null;
}

/** What one home has to each category, for one mode. */
export function timesOfHome(homes: HomeColumns, index: number, mode: string): readonly HomeTime[] {
  return homes.values
    .filter((values) => values.indicator === 'travel_time_nearest' && values.mode === mode)
    .map((values) => ({
      category: values.category ?? '',
      beforeMs: values.baseline[index] ?? null,
      afterMs: values.proposal[index] ?? null,
    }));
}

/**
 * How many more residents of the area arrive within the cutoff than before; fewer is below zero.
 *
 * Homes that are drawn count after, homes that are demolished before. Null where the answer does
 * not say how far they have.
 */
export function newlyReaching(
  homes: HomeColumns,
  mode: string,
  category: string,
  cutoffMin: number,
): number | null {
  const times = travelTimes(homes, mode, category);
  if (times === undefined) return null;
  const within = (timeMs: number | null | undefined) =>
    timeMs !== null && timeMs !== undefined && timeMs <= cutoffMin * 60_000;
  let more = 0;
  homes.ids.forEach((_, index) => {
    if (homes.in_area[index] !== true) return;
    if (within(times.proposal[index])) more += homes.residents_proposal[index] ?? 0;
    if (within(times.baseline[index])) more -= homes.residents[index] ?? 0;
  });
  return Math.round(more);
}
