import type { Position } from 'geojson';

/** A stretch of boundary should not be longer without a way in (LEED for Neighborhood Development). */
export const ADVISED_GAP_M = 120;

/** Ways in side by side leave no stretch between them: the median leaves such out, as the service does. */
const SIDE_BY_SIDE_M = 10;

export interface BoundaryWay {
  readonly at_m: number;
  readonly lon: number;
  readonly lat: number;
  readonly state: 'kept' | 'new' | 'closed';
}

export interface BoundaryGap {
  readonly start_m: number;
  readonly length_m: number;
  readonly geometry: { readonly coordinates: readonly Position[] };
}

export interface BoundaryRing {
  readonly length_m: number;
  readonly ways: readonly BoundaryWay[];
  readonly baseline: readonly BoundaryGap[];
  readonly proposal: readonly BoundaryGap[];
}

/** The boundary for one way of moving, as the service sends it. */
export interface Boundary {
  readonly mode: string;
  readonly entrances_baseline: number;
  readonly entrances_proposal: number;
  readonly rings: readonly BoundaryRing[];
}

export type Side = 'baseline' | 'proposal';

/** A stretch to draw; of no length there is none. */
export interface Stretch {
  readonly id: string;
  readonly lengthM: number;
  readonly line: readonly Position[];
  readonly tooLong: boolean;
  readonly longest: boolean;
}

/** The stretches of one side, the longest of all marked once. */
export function stretches({ rings }: Boundary, side: Side): readonly Stretch[] {
  const every = rings.flatMap((ring, ringIndex) =>
    ring[side]
      .filter(({ length_m }) => length_m > 0)
      .map((gap) => ({ gap, id: `gap-${ringIndex}-${gap.start_m}` })),
  );
  const longest = every.reduce<(typeof every)[number] | null>(
    (best, one) => (best === null || one.gap.length_m > best.gap.length_m ? one : best),
    null,
  );
  return every.map(({ gap, id }) => ({
    id,
    lengthM: gap.length_m,
    line: gap.geometry.coordinates,
    tooLong: gap.length_m > ADVISED_GAP_M,
    longest: id === longest?.id,
  }));
}

/** The ways in as they are shown: of today without the new ones, otherwise all of them. */
export function waysShown({ rings }: Boundary, side: Side): readonly BoundaryWay[] {
  return rings
    .flatMap(({ ways }) => ways)
    .filter(({ state }) => side === 'proposal' || state !== 'new')
    .map((way) => (side === 'baseline' ? { ...way, state: 'kept' as const } : way));
}

export interface BoundarySummary {
  readonly entrances: number;
  readonly perKm: number;
  readonly longestM: number;
  readonly medianM: number;
  readonly tooLong: number;
  readonly tooLongM: number;
}

/** The numbers of one side, as the indicators count them; null where there is no boundary. */
export function boundarySummary(boundary: Boundary, side: Side): BoundarySummary | null {
  const lengthM = boundary.rings.reduce((sum, ring) => sum + ring.length_m, 0);
  const gaps = boundary.rings.flatMap((ring) => ring[side].map(({ length_m }) => length_m));
  if (lengthM <= 0 || gaps.length === 0) return null;
  const entrances = boundary[`entrances_${side}`];
  const counted = gaps.filter((gap) => gap > SIDE_BY_SIDE_M);
  const tooLong = gaps.filter((gap) => gap > ADVISED_GAP_M);
  return {
    entrances,
    perKm: (entrances * 1000) / lengthM,
    longestM: Math.max(...gaps),
    medianM: median(counted.length > 0 ? counted : gaps),
    tooLong: tooLong.length,
    tooLongM: tooLong.reduce((sum, gap) => sum + gap, 0),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2;
}

/** The place half way along a line. */
export function midway(line: readonly Position[]): Position {
  const steps = line.slice(1).map((to, index) => {
    const from = line[index] ?? to;
    const east = ((to[0] ?? 0) - (from[0] ?? 0)) * Math.cos(((to[1] ?? 0) * Math.PI) / 180);
    return { from, to, length: Math.hypot(east, (to[1] ?? 0) - (from[1] ?? 0)) };
  });
  let left = steps.reduce((sum, { length }) => sum + length, 0) / 2;
  for (const { from, to, length } of steps) {
    if (left <= length && length > 0) {
      const share = left / length;
      return [0, 1].map((axis) => {
        const start = from[axis] ?? 0;
        return start + ((to[axis] ?? 0) - start) * share;
      });
    }
    left -= length;
  }
  return line[0] ?? [0, 0];
}
