/** One number of an answer: what it measures, before and after. */
export interface IndicatorRow {
  readonly id: string;
  readonly mode: string | null;
  readonly category: string | null;
  readonly cutoff_min: number | null;
  readonly variant: string | null;
  readonly unit: string;
  readonly better: string;
  readonly baseline: number | null;
  readonly proposal: number | null;
  readonly change: number | null;
  readonly known_share: number | null;
}

/** What the reader looks at: how people move, to what, within how long. */
export interface Lens {
  readonly mode: string;
  readonly category: string;
  readonly cutoffMin: number;
}

type RowKey = Partial<Pick<IndicatorRow, 'id' | 'mode' | 'category' | 'cutoff_min' | 'variant'>>;

export function selectRows(rows: readonly IndicatorRow[], key: RowKey): readonly IndicatorRow[] {
  const wanted = Object.entries(key) as [keyof RowKey, string | number | null][];
  return rows.filter((row) => wanted.every(([field, value]) => row[field] === value));
}

export function findRow(rows: readonly IndicatorRow[], key: RowKey): IndicatorRow | undefined {
  return selectRows(rows, key)[0];
}

export type Outcome = 'gain' | 'loss' | 'none' | 'unknown';

/** Whether a number moved the right way. A place that becomes reachable at all is a gain. */
export function outcomeOf(row: IndicatorRow): Outcome {
  const { baseline, proposal } = row;
  if (baseline === proposal) return baseline === null ? 'unknown' : 'none';
  if (row.better === 'none' || row.better === 'neutral') return 'none';
  if (baseline === null) return 'gain';
  if (proposal === null) return 'loss';
  return proposal > baseline === (row.better === 'higher') ? 'gain' : 'loss';
}
