/** Something the service says about a drawing, and where. */
export interface Issue {
  readonly severity: 'error' | 'warning' | 'note';
  readonly code: string;
  readonly message: string;
  readonly feature: string | null;
  /** A number that belongs to it, where there is one. */
  readonly value?: unknown;
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
}

/** A place where a drawn line will join the streets. */
export interface Join {
  readonly feature: string;
  readonly lon: number;
  readonly lat: number;
  readonly kind: string;
}

/** Where on the map an issue is shown: [lon, lat] of the first position of its geometry. */
export function issuePlace(issue: Issue): readonly [number, number] | null {
  let coordinates = issue.geometry?.coordinates ?? null;
  while (Array.isArray(coordinates) && Array.isArray(coordinates[0])) coordinates = coordinates[0];
  if (!Array.isArray(coordinates)) return null;
  const [lon, lat] = coordinates as unknown[];
  return typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : null;
}

/** Metres of street a change takes hold of, as the service says; null where it has not. */
export function changedLengthM(issues: readonly Issue[], feature: string): number | null {
  const told = issues.find((issue) => issue.feature === feature && issue.code === 'changes_street');
  return typeof told?.value === 'number' ? told.value : null;
}
