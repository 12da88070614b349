/** Trips an hour one way where a wider line begins. */
export const LINE_BOUNDS: readonly [number, number] = [3, 6];

/** 0 seldom, 1 now and then, 2 often. */
export type LineClass = 0 | 1 | 2;

export function lineClass(tripsAnHour: number): LineClass {
  const [often, mostOften] = LINE_BOUNDS;
  if (tripsAnHour < often) return 0;
  return tripsAnHour < mostOften ? 1 : 2;
}

/** A line with both its ways, as a list tells it. */
export interface LineRow {
  readonly line: string;
  readonly name: string;
  readonly kind: 'bus' | 'train';
  /** Trips an hour in the rush, the way that has more. */
  readonly anHour: number;
}

interface LineWay {
  readonly properties: {
    readonly line: string;
    readonly name: string;
    readonly kind: 'bus' | 'train';
    readonly trips_07_09: number;
  };
}

/** Lines by how often they run, each once. */
export function lineRows(ways: readonly LineWay[]): readonly LineRow[] {
  const rows = new Map<string, LineRow>();
  for (const { properties } of ways) {
    const { line, name, kind } = properties;
    const anHour = Math.max(properties.trips_07_09 / 2, rows.get(line)?.anHour ?? 0);
    rows.set(line, { line, name, kind, anHour });
  }
  return [...rows.values()].sort(
    (one, other) => other.anHour - one.anHour || one.name.localeCompare(other.name),
  );
}
