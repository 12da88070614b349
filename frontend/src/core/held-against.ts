import type { HomeColumns, HomeValues } from './home-values';

/**
 * The homes of a proposal with another proposal in the place of today.
 *
 * What was “before” becomes what the other proposal makes of it, home by home, so that a map of
 * the answer shows the difference between the two. Homes that only the other has are left out.
 */
export function heldAgainst(own: HomeColumns, other: HomeColumns): HomeColumns {
  const places = new Map(other.ids.map((id, index) => [id, index]));
  const pick = <T>(column: readonly T[] | undefined, missing: T) =>
    own.ids.map((id) => {
      const place = places.get(id);
      return place === undefined ? missing : (column?.[place] ?? missing);
    });
  return {
    ...own,
    residents: pick(other.residents_proposal, 0),
    values: own.values.map((values) => ({
      ...values,
      baseline: pick<number | null>(sameColumn(other.values, values)?.proposal, null),
    })),
  };
}

function sameColumn(all: readonly HomeValues[], wanted: HomeValues): HomeValues | undefined {
  return all.find(
    ({ indicator, mode, category, cutoff_min }) =>
      indicator === wanted.indicator &&
      mode === wanted.mode &&
      category === wanted.category &&
      cutoff_min === wanted.cutoff_min,
  );
}
