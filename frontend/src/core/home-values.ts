/** The homes of an answer, column by column, as the service sends them. */
export interface HomeColumns {
  readonly ids: readonly string[];
  readonly residents: readonly number[];
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
