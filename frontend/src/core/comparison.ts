import { type IndicatorRow, type Lens, type Outcome, outcomeOf } from './indicator-row';
import { type Measure, rowsForLens } from './measures';

/** The numbers of one proposal; its letter and name are told elsewhere. */
export interface ComparedNumbers {
  readonly rows: readonly IndicatorRow[];
}

/** One number of one proposal, beside the same number of the others. */
export interface ComparedCell {
  /** Null where it has not been worked out. */
  readonly row: IndicatorRow | null;
  /** To the reference; null for the reference itself and where a number is missing. */
  readonly difference: number | null;
  readonly outcome: Outcome;
  /** −1 … 1: the difference as a part of the largest in the row. */
  readonly size: number;
  readonly best: boolean;
}

/** One measure for every proposal, in their order. */
export interface ComparedRow<M extends Measure> {
  readonly key: string;
  readonly measure: M;
  /** What is measured; null where nobody has worked it out yet. */
  readonly sample: IndicatorRow | null;
  readonly cells: readonly ComparedCell[];
}

/** How a number is written: what reads the same is the same, and nothing is made of it. */
export type Written = (value: number | null, unit: string) => string;

export interface ComparisonQuestion<M extends Measure> {
  /** The first is the place as it is today. */
  readonly columns: readonly ComparedNumbers[];
  /** Which column the others are held against. */
  readonly reference: number;
  readonly registry: readonly M[];
  readonly group: number;
  readonly lens: Lens;
  /** Every variant of a measure, or only the one that tells the proposals apart. */
  readonly everyVariant: boolean;
  readonly written: Written;
}

/** The rows of one question, in the order of the registry. */
export function compareGroup<M extends Measure>(
  question: ComparisonQuestion<M>,
): readonly ComparedRow<M>[] {
  return question.registry
    .filter(({ group }) => group === question.group)
    .flatMap((measure) => compareMeasure(measure, question));
}

function compareMeasure<M extends Measure>(
  measure: M,
  { columns, reference, lens, everyVariant, written }: ComparisonQuestion<M>,
): readonly ComparedRow<M>[] {
  const byColumn = columns.map(({ rows }) =>
    rowsForLens(
      rows.filter(({ id }) => id === measure.id),
      lens,
    ),
  );
  const keys = [...new Set(byColumn.flat().map(rowKey))];
  if (keys.length === 0) {
    const cells = columns.map(() => MISSING);
    return [{ key: measure.id, measure, sample: null, cells }];
  }
  const all = keys.map((key) => {
    const rows = byColumn.map((some) => some.find((row) => rowKey(row) === key) ?? null);
    const sample = rows.find((row) => row !== null) ?? null;
    return { key, measure, sample, cells: compareCells(rows, reference, written) };
  });
  return everyVariant ? all : [all.find(tellsApart) ?? (all[0] as ComparedRow<M>)];
}

const MISSING: ComparedCell = {
  row: null,
  difference: null,
  outcome: 'unknown',
  size: 0,
  best: false,
};

/** Whether some proposal stands out from the reference. */
export function tellsApart({ cells }: Pick<ComparedRow<Measure>, 'cells'>): boolean {
  return cells.some(({ size }) => size !== 0);
}

export function rowKey({ id, mode, category, cutoff_min, variant }: IndicatorRow): string {
  return [id, mode, category, cutoff_min, variant].map((part) => part ?? '').join('|');
}

/** The same number today and in every proposal, held against one of them. */
export function compareCells(
  rows: readonly (IndicatorRow | null)[],
  reference: number,
  written: Written,
): readonly ComparedCell[] {
  const held = rows[reference] ?? null;
  const cells = rows.map((row) => against(row, row === held ? null : held, written));
  const largest = Math.max(0, ...cells.map(({ difference }) => Math.abs(difference ?? 0)));
  // Today is no proposal: doing nothing costs least, and that is no news.
  const best = [false, ...bestOf(rows.slice(1), written)];
  return cells.map((cell, index) => ({
    ...cell,
    size: sizeOf(cell, largest),
    best: best[index] ?? false,
  }));
}

function against(
  row: IndicatorRow | null,
  held: IndicatorRow | null,
  written: Written,
): ComparedCell {
  if (row === null || held === null) return { ...MISSING, row };
  const from = held.proposal;
  const to = row.proposal;
  const difference = from === null || to === null ? null : to - from;
  const same = written(from, row.unit) === written(to, row.unit);
  // A time that is not there is a place that cannot be reached; any other number is not known.
  const known = difference !== null || (row.unit === 'ms' && from !== to);
  const moved = outcomeOf({ ...row, baseline: from, proposal: to, change: difference });
  const outcome = known ? (same ? 'none' : moved) : 'unknown';
  return { ...MISSING, row, difference: same && difference !== null ? 0 : difference, outcome };
}

/** A place that becomes reachable, or no longer is, is the largest difference there can be. */
function sizeOf({ row, difference, outcome }: ComparedCell, largest: number): number {
  if (difference !== null) return largest === 0 ? 0 : difference / largest;
  if (outcome !== 'gain' && outcome !== 'loss') return 0;
  return (outcome === 'gain') === (row?.better === 'higher') ? 1 : -1;
}

/** Which proposals are best; none where all read the same, or where neither more nor less is better. */
export function bestOf(
  rows: readonly (IndicatorRow | null)[],
  written: Written,
): readonly boolean[] {
  const none = rows.map(() => false);
  const better = rows.find((row) => row !== null)?.better;
  if (better !== 'higher' && better !== 'lower') return none;
  const scores = rows.map((row) => (row === null ? null : scoreOf(row)));
  const known = scores.filter((score) => score !== null);
  if (known.length < 2) return none;
  const top = Math.max(...known);
  const said = (index: number) => written(rows[index]?.proposal ?? null, rows[index]?.unit ?? '');
  const winner = said(scores.indexOf(top));
  const best = rows.map((_, index) => scores[index] !== null && said(index) === winner);
  return best.every((each, index) => each || scores[index] === null) ? none : best;
}

/** More is better; what cannot be reached is farther than anything, what is unknown is left out. */
function scoreOf({ proposal, unit, better }: IndicatorRow): number | null {
  if (proposal === null) return unit === 'ms' && better === 'lower' ? -Infinity : null;
  return better === 'higher' ? proposal : -proposal;
}
