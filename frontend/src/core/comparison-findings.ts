import { type HomeColumns, travelTimes } from './home-values';
import { findRow, type IndicatorRow, type Lens } from './indicator-row';

/** What is needed of a proposal to say in a sentence how it stands to the others. */
export interface ComparedEffect {
  readonly rows: readonly IndicatorRow[];
  readonly homes: HomeColumns | null;
}

/** Who does best, who comes next, and by how much; the proposals are counted from nought. */
export interface Lead {
  readonly best: number;
  readonly next: number;
  readonly by: number;
}

export interface ComparisonFinding {
  readonly about: 'reach' | 'visitors' | 'cost';
  /** Null where the proposals are level. */
  readonly lead: Lead | null;
}

/**
 * How many residents of the area arrive within the cutoff, as the proposal makes it.
 *
 * Null where the answer does not say how far they have.
 */
export function residentsReaching(
  homes: HomeColumns,
  { mode, category, cutoffMin }: Lens,
): number | null {
  const times = travelTimes(homes, mode, category);
  if (times === undefined) return null;
  let reaching = 0;
  homes.ids.forEach((_, index) => {
    const timeMs = times.proposal[index] ?? null;
    if (homes.in_area[index] !== true || timeMs === null || timeMs > cutoffMin * 60_000) return;
    reaching += homes.residents_proposal[index] ?? 0;
  });
  return Math.round(reaching);
}

/** What sets the proposals apart, in the order one would say it; nothing with fewer than two. */
export function comparisonFindings(
  proposals: readonly (ComparedEffect | null)[],
  lens: Lens,
): readonly ComparisonFinding[] {
  const known = proposals.filter((each) => each !== null);
  if (known.length < 2 || known.length < proposals.length) return [];
  const reach = known.map(({ homes }) => (homes === null ? null : residentsReaching(homes, lens)));
  const visitors = known.map(({ rows }) => numberOf(rows, { ...VISITORS, mode: lens.mode }, lens));
  const cost = known.map(({ rows }) => numberOf(rows, { id: 'cost', variant: null }, lens));
  return [
    finding('reach', reach),
    finding('visitors', visitors),
    finding('cost', cost.map(negated)),
  ].filter((each) => each !== null);
}

const VISITORS = { id: 'visitors_within', category: null } as const;

function numberOf(
  rows: readonly IndicatorRow[],
  key: Partial<Pick<IndicatorRow, 'id' | 'mode' | 'category' | 'variant'>>,
  { cutoffMin }: Lens,
): number | null {
  const row = findRow(rows, { ...key, cutoff_min: cutoffMin }) ?? findRow(rows, key);
  const value = row?.proposal ?? null;
  return value === null ? null : Math.round(value);
}

const negated = (value: number | null) => (value === null ? null : -value);

/** Null where some proposal has no such number. */
function finding(
  about: ComparisonFinding['about'],
  values: readonly (number | null)[],
): ComparisonFinding | null {
  const known = values.filter((value) => value !== null);
  if (known.length < values.length) return null;
  const order = known.map((_, index) => index).toSorted((a, b) => at(known, b) - at(known, a));
  const [best = 0, next = 0] = order;
  const by = at(known, best) - at(known, next);
  return { about, lead: by === 0 ? null : { best, next, by } };
}

const at = (values: readonly number[], index: number) => values[index] ?? 0;
