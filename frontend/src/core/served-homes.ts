/** Homes beside one facility, column by column, as the service sends them. */
export interface ServedColumns {
  readonly ids: readonly string[];
  readonly lon: readonly number[];
  readonly lat: readonly number[];
  readonly residents: readonly number[];
  readonly residents_proposal: readonly number[];
  readonly baseline_ms: readonly (number | null)[];
  readonly proposal_ms: readonly (number | null)[];
  readonly nearest_baseline: readonly boolean[];
  readonly nearest_proposal: readonly boolean[];
}

/**
 * What a home is to a facility: it has none nearer (before and after, only now, no longer), it has
 * the facility within the time but another nearer, or it is elsewhere.
 */
export type ServedRole = 'nearest' | 'gained' | 'lost' | 'within' | 'elsewhere';

/** Only homes somebody lives in have a nearest; without a drawing nothing is gained or lost. */
export function servedRoles(
  homes: ServedColumns,
  cutoffMin: number,
  tell: 'before' | 'after' | 'change',
): readonly ServedRole[] {
  return homes.ids.map((_, index) => {
    const livedIn = (people: readonly number[]) => (people[index] ?? 0) > 0;
    const before = homes.nearest_baseline[index] === true && livedIn(homes.residents);
    const after = homes.nearest_proposal[index] === true && livedIn(homes.residents_proposal);
    const [people, times] =
      tell === 'before'
        ? [homes.residents, homes.baseline_ms]
        : [homes.residents_proposal, homes.proposal_ms];
    const time = times[index] ?? null;
    if (tell === 'change' && before !== after) return after ? 'gained' : 'lost';
    if (tell === 'before' ? before : after) return 'nearest';
    const within = livedIn(people) && time !== null && time <= cutoffMin * 60_000;
    return within ? 'within' : 'elsewhere';
  });
}
