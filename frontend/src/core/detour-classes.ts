/** How many times longer the walk to the other side is: upper bounds of classes, the last is open. */
export const DETOUR_BOUNDS = [3, 10, 30] as const;

/** Places along barriers, column by column, as the service sends them. */
export interface SeveranceColumns {
  readonly lon: readonly number[];
  readonly lat: readonly number[];
  readonly from_lon: readonly number[];
  readonly from_lat: readonly number[];
  readonly to_lon: readonly number[];
  readonly to_lat: readonly number[];
  readonly straight_m: readonly number[];
  readonly baseline_m: readonly number[];
  readonly proposal_m: readonly number[];
  readonly longest_m: number;
}

/** One place on a barrier, and the walk to the other side from there. */
export interface DetourPlace {
  readonly id: string;
  readonly position: readonly [number, number];
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly straightM: number;
  readonly beforeM: number;
  readonly afterM: number;
}

export type DetourFate = 'same' | 'shorter' | 'longer';

export function detourPlaces(columns: SeveranceColumns): readonly DetourPlace[] {
  const at = (column: readonly number[], index: number) => column[index] ?? 0;
  return columns.lon.map((lon, index) => ({
    id: `detour-${index}`,
    position: [lon, at(columns.lat, index)],
    from: [at(columns.from_lon, index), at(columns.from_lat, index)],
    to: [at(columns.to_lon, index), at(columns.to_lat, index)],
    straightM: at(columns.straight_m, index),
    beforeM: at(columns.baseline_m, index),
    afterM: at(columns.proposal_m, index),
  }));
}

/** 0 … 3: the class of a walk beside the straight line. */
export function detourClass(walkM: number, straightM: number): number {
  const ratio = walkM / straightM;
  const index = DETOUR_BOUNDS.findIndex((bound) => ratio <= bound);
  return index === -1 ? DETOUR_BOUNDS.length : index;
}

/** Less than a metre is the rounding of a time, and no change. */
export function detourFate({ beforeM, afterM }: DetourPlace): DetourFate {
  if (Math.abs(afterM - beforeM) < 1) return 'same';
  return afterM < beforeM ? 'shorter' : 'longer';
}

export interface DetourCount {
  readonly step: number;
  readonly before: number;
  readonly after: number;
}

/** How many places are in each class before and after. */
export function countDetours(places: readonly DetourPlace[]): readonly DetourCount[] {
  return [...DETOUR_BOUNDS, Infinity].map((_, step) => ({
    step,
    before: places.filter(({ beforeM, straightM }) => detourClass(beforeM, straightM) === step)
      .length,
    after: places.filter(({ afterM, straightM }) => detourClass(afterM, straightM) === step).length,
  }));
}
