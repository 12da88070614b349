import { fairFinding, inFinding, tiedFinding } from './findings';
import { findRow, type IndicatorRow, type Lens, outcomeOf, selectRows } from './indicator-row';
import type { Issue } from './issue';

/** What one phase comes to: its numbers, or why there are none. */
export interface PhaseStep {
  readonly phase: number;
  readonly rows: readonly IndicatorRow[];
  readonly issues: readonly Issue[];
  readonly ok: boolean;
}

/** One number followed from today through the phases; null where it is not known. */
export interface StepLine {
  readonly row: IndicatorRow;
  readonly values: readonly (number | null)[];
}

/** The indicators the lines are chosen among. */
export const STEP_INDICATORS: readonly string[] = [
  'share_within',
  'travel_time_nearest',
  'visitors_within',
  'boundary_entrances',
  'entrance_gap',
  'detour_factor',
  'gap_to_city',
];

/**
 * The headline numbers, chosen where the last phase moved most, each followed from today on.
 *
 * A phase that cannot stand alone has no numbers of its own.
 */
export function stepLines(steps: readonly PhaseStep[], lens: Lens): readonly StepLine[] {
  const last = steps.findLast(({ ok }) => ok);
  if (last === undefined) return [];
  return headlines(last.rows, lens).map((row) => ({
    row,
    values: [row.baseline, ...steps.map((step) => valueIn(step, row))],
  }));
}

function headlines(rows: readonly IndicatorRow[], lens: Lens): readonly IndicatorRow[] {
  return [
    reachRow(rows, lens),
    timeRow(rows, lens),
    inFinding(rows, lens)?.row ?? null,
    tiedFinding(rows, lens)?.row ?? null,
    fairFinding(rows, lens)?.row ?? null,
  ].filter((row) => row !== null);
}

/** How many arrive in time: where it moved most, else for the chosen kind. */
function reachRow(rows: readonly IndicatorRow[], lens: Lens): IndicatorRow | null {
  const { mode, cutoffMin } = lens;
  const shares = selectRows(rows, { id: 'share_within', mode, cutoff_min: cutoffMin });
  const chosen = shares.find(({ category }) => category === lens.category) ?? null;
  if (chosen !== null && isMoved(chosen)) return chosen;
  const [most] = shares
    .filter((row) => row.category !== null && isMoved(row))
    .toSorted((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
  return most ?? chosen;
}

function timeRow(rows: readonly IndicatorRow[], { mode, category }: Lens): IndicatorRow | null {
  return findRow(rows, { id: 'travel_time_nearest', mode, category }) ?? null;
}

function isMoved(row: IndicatorRow): boolean {
  const outcome = outcomeOf(row);
  return outcome === 'gain' || outcome === 'loss';
}

/** Where nothing of a kind is there yet, the answer does not speak of it: it is as today. */
function valueIn({ rows, ok }: PhaseStep, row: IndicatorRow): number | null {
  if (!ok) return null;
  const { id, mode, category, cutoff_min, variant } = row;
  const told = findRow(rows, { id, mode, category, cutoff_min, variant });
  return told === undefined ? row.baseline : told.proposal;
}
