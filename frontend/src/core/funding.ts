import type { InterventionProperties, JsonValue } from './proposal';

/** Who may pay, in the order of every list and bar. */
export const FUNDERS = ['housing_organisation', 'municipality', 'foundation', 'others'] as const;

export type Funder = (typeof FUNDERS)[number];

/** Who pays how many hundredths. */
export type Percents = Readonly<Record<Funder, number>>;

export const NO_PERCENTS: Percents = {
  housing_organisation: 0,
  municipality: 0,
  foundation: 0,
  others: 0,
};

/** The split a planner states of a change; null where none is. */
export function statedPercents({ funding }: InterventionProperties): Percents | null {
  if (typeof funding !== 'object' || funding === null || Array.isArray(funding)) return null;
  const shares = funding as Readonly<Record<string, JsonValue>>;
  const percents = FUNDERS.map((funder) => {
    const share = shares[funder];
    return [funder, typeof share === 'number' ? tidy(share * 100) : 0] as const;
  });
  return Object.fromEntries(percents) as Record<Funder, number>;
}

export function percentsSum(percents: Percents): number {
  return tidy(FUNDERS.reduce((sum, funder) => sum + percents[funder], 0));
}

/** The split as a property; null while it does not add up to a hundred. */
export function fundingOf(percents: Percents): Readonly<Record<string, number>> | null {
  if (percentsSum(percents) !== 100) return null;
  return Object.fromEntries(
    FUNDERS.filter((funder) => percents[funder] > 0).map((funder) => [
      funder,
      tidy(percents[funder]) / 100,
    ]),
  );
}

/** Hundredths to the sixth decimal: three thirds are a whole, and halves are halves. */
function tidy(percent: number): number {
  return Math.round(percent * 1e6) / 1e6;
}
