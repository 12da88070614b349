import type { Position } from 'geojson';

/** One indicator for every street of a place, and for what is drawn, as the service sends them. */
export interface StreetValues {
  readonly indicator: string;
  readonly mode: string;
  readonly category: string | null;
  readonly cutoff_min: number | null;
  readonly variant: string | null;
  readonly unit: string;
  readonly baseline: readonly (number | null)[];
  readonly proposal: readonly (number | null)[];
  readonly drawn: readonly (number | null)[];
}

export interface StreetColumns {
  readonly ids: readonly number[];
  readonly drawn_ids: readonly string[];
  readonly drawn_geometry: readonly { readonly coordinates: readonly Position[] }[];
  readonly values: readonly StreetValues[];
}

/** One stretch with its number before and after; what is drawn has none before. */
export interface StreetValue {
  readonly id: string;
  readonly line: readonly Position[];
  readonly before: number | null;
  readonly after: number | null;
}

/** What names a column beside its mode; a reader chooses between them. */
export function columnKey({ category, cutoff_min, variant }: StreetValues): string {
  return [category, cutoff_min, variant].map((part) => part ?? '').join('|');
}

/** The column a reader chose, otherwise the first. */
export function chooseColumn(
  { values }: StreetColumns,
  mode: string,
  key: string | null,
): StreetValues | null {
  const own = values.filter((column) => column.mode === mode);
  return own.find((column) => columnKey(column) === key) ?? own[0] ?? null;
}

/** Every stretch with its line: streets by their id, then what is drawn. */
export function streetValues(
  columns: StreetColumns,
  column: StreetValues,
  lines: ReadonlyMap<string, readonly Position[]>,
): readonly StreetValue[] {
  const streets = columns.ids.flatMap((id, index) => {
    const line = lines.get(String(id));
    const before = column.baseline[index] ?? null;
    const after = column.proposal[index] ?? null;
    return line === undefined ? [] : [{ id: String(id), line, before, after }];
  });
  const drawn = columns.drawn_ids.map((id, index) => ({
    id,
    line: columns.drawn_geometry[index]?.coordinates ?? [],
    before: null,
    after: column.drawn[index] ?? null,
  }));
  return [...streets, ...drawn];
}
