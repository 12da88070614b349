import type { Funder } from './funding';

/** Kroner by who pays them. */
export type Payers = Readonly<Record<Funder, number>>;

export interface BillLine {
  readonly price: string | null;
  readonly name: string;
  readonly quantity: number | null;
  readonly unit: 'm2' | 'm' | 'home' | 'piece' | null;
  readonly unit_price_kr: number | null;
  readonly kr: number | null;
}

/** The bill of one change, as the service sends it. */
export interface FeatureBill {
  readonly feature: string;
  readonly state: 'known' | 'partly' | 'unknown';
  readonly stated: boolean;
  readonly kr: number | null;
  readonly payers: Payers | null;
  readonly lines: readonly BillLine[];
}

/** What is known of the price of some changes together. */
export interface Sum {
  readonly kr: number;
  readonly known: number;
  readonly count: number;
}

export function sumOf(bills: readonly FeatureBill[]): Sum {
  return {
    kr: bills.reduce((sum, { kr }) => sum + (kr ?? 0), 0),
    known: bills.filter(({ state }) => state === 'known').length,
    count: bills.length,
  };
}

/** What each phase costs, by the phase of its changes. */
export function sumsByPhase(
  bills: readonly FeatureBill[],
  phases: readonly number[],
  phaseOfFeature: (feature: string) => number,
): readonly Sum[] {
  return phases.map((phase) =>
    sumOf(bills.filter(({ feature }) => phaseOfFeature(feature) === phase)),
  );
}

/** The stretch of a bar, from 0 to 1, that each payer takes; who pays nothing takes none. */
export interface Stretch {
  readonly funder: Funder;
  readonly kr: number;
  readonly from: number;
  readonly to: number;
}

export function stretchesOf(payers: Payers, funders: readonly Funder[]): readonly Stretch[] {
  const total = funders.reduce((sum, funder) => sum + payers[funder], 0);
  if (total <= 0) return [];
  let from = 0;
  return funders.flatMap((funder) => {
    const kr = payers[funder];
    if (kr <= 0) return [];
    const stretch = { funder, kr, from, to: Math.min(1, from + kr / total) };
    from = stretch.to;
    return [stretch];
  });
}
