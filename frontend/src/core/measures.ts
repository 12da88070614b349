import { type IndicatorRow, type Lens, outcomeOf } from './indicator-row';

/** What the page needs to know of an indicator to place and name it: the registry tells the rest. */
export interface Measure {
  readonly id: string;
  readonly group: number;
  readonly live: boolean;
}

/** Rows of one indicator that answer what the reader looks at. */
export interface MeasureRows<M extends Measure> {
  readonly measure: M;
  readonly rows: readonly IndicatorRow[];
}

/** The five questions, in the order of the registry's groups. */
export const CARDS = ['out', 'in', 'through', 'tied', 'fair'] as const;

export type CardId = (typeof CARDS)[number];

export function groupOf(card: CardId): number {
  return CARDS.indexOf(card) + 1;
}

/**
 * Of the rows of one indicator, those that come nearest to the reader's question.
 *
 * Where the indicator knows the chosen mode, category or cutoff, only that is kept; where it has
 * one value for all, that; where it has neither, its first. Variants are all kept.
 */
export function rowsForLens(rows: readonly IndicatorRow[], lens: Lens): readonly IndicatorRow[] {
  const byMode = narrow(rows, 'mode', lens.mode);
  const byCategory = narrow(byMode, 'category', lens.category);
  return narrow(byCategory, 'cutoff_min', lens.cutoffMin);
}

function narrow(
  rows: readonly IndicatorRow[],
  field: 'mode' | 'category' | 'cutoff_min',
  wanted: string | number,
): readonly IndicatorRow[] {
  const [first] = rows;
  const kept = [wanted, null, first?.[field]]
    .map((value) => rows.filter((row) => row[field] === value))
    .find((some) => some.length > 0);
  return kept ?? [];
}

/** Every indicator of a group with its rows for the lens, in the order of the registry. */
export function measuresOf<M extends Measure>(
  registry: readonly M[],
  rows: readonly IndicatorRow[],
  group: number,
  lens: Lens,
): readonly MeasureRows<M>[] {
  return registry
    .filter((measure) => measure.group === group)
    .map((measure) => ({
      measure,
      rows: rowsForLens(
        rows.filter(({ id }) => id === measure.id),
        lens,
      ),
    }));
}

/** The row that says most: the first that moved, otherwise the first that is known. */
export function tellingRow(rows: readonly IndicatorRow[]): IndicatorRow | null {
  const moved = rows.find((row) => ['gain', 'loss'].includes(outcomeOf(row)));
  return moved ?? rows.find(({ proposal }) => proposal !== null) ?? rows[0] ?? null;
}

/** What a card says first when nothing better is known of it: the measure that moved, else the first. */
export function headline(measures: readonly MeasureRows<Measure>[]): IndicatorRow | null {
  const telling = measures.map(({ rows }) => tellingRow(rows)).filter((row) => row !== null);
  return tellingRow(telling);
}
