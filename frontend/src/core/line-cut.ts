import type { Position } from 'geojson';
import { lengthM } from './measure';

/** A place on a line: on the segment that begins at vertex `segment`. */
export interface LineCut {
  readonly segment: number;
  readonly place: Position;
}

export interface NearCut extends LineCut {
  readonly distanceM: number;
}

const METRES_PER_DEGREE = 111_195;
/** A cut this near a vertex is at the vertex. */
const AT_VERTEX_M = 0.05;
/** A half shorter than this is no line. */
export const SHORTEST_HALF_M = 1;

/** The place on a line nearest to another place; null where there is no line. */
export function nearestCut(line: readonly Position[], place: Position): NearCut | null {
  const [lon = 0, lat = 0] = place;
  const perLon = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  const plane = ([x = 0, y = 0]: Position) =>
    [(x - lon) * perLon, (y - lat) * METRES_PER_DEGREE] as const;
  let best: NearCut | null = null;
  for (let segment = 0; segment + 1 < line.length; segment += 1) {
    const [ax, ay] = plane(line[segment] ?? []);
    const [bx, by] = plane(line[segment + 1] ?? []);
    const squared = (bx - ax) ** 2 + (by - ay) ** 2;
    const share =
      squared === 0 ? 0 : Math.min(1, Math.max(0, (-ax * (bx - ax) - ay * (by - ay)) / squared));
    const distanceM = Math.hypot(ax + share * (bx - ax), ay + share * (by - ay));
    if (best === null || distanceM < best.distanceM) {
      best = { segment, place: between(line, segment, share), distanceM };
    }
  }
  return best;
}

/** So many metres from the start of a line; beyond its ends is at them. */
export function cutAt(line: readonly Position[], alongM: number): LineCut {
  let left = Math.max(0, alongM);
  const last = Math.max(0, line.length - 2);
  for (let segment = 0; segment <= last; segment += 1) {
    const length = lengthM(line.slice(segment, segment + 2));
    if (left <= length || segment === last) {
      const share = length === 0 ? 0 : Math.min(1, left / length);
      return { segment, place: between(line, segment, share) };
    }
    left -= length;
  }
  return { segment: 0, place: line[0] ?? [] };
}

/** Metres from the start of a line to a cut. */
export function alongM(line: readonly Position[], { segment, place }: LineCut): number {
  return lengthM([...line.slice(0, segment + 1), place]);
}

/** Both halves of a line, meeting exactly at the cut; null where one would be no line. */
export function splitLine(
  line: readonly Position[],
  { segment, place }: LineCut,
): readonly [Position[], Position[]] | null {
  const from = line[segment];
  const to = line[segment + 1];
  if (from === undefined || to === undefined) return null;
  const at =
    lengthM([from, place]) < AT_VERTEX_M ? from : lengthM([place, to]) < AT_VERTEX_M ? to : place;
  const before = [...line.slice(0, at === from ? segment : segment + 1), at];
  const after = [at, ...line.slice(at === to ? segment + 2 : segment + 1)];
  const halves = [before, after] as const;
  return halves.some((half) => half.length < 2 || lengthM(half) < SHORTEST_HALF_M) ? null : halves;
}

function between(line: readonly Position[], segment: number, share: number): Position {
  const from = line[segment] ?? [];
  const to = line[segment + 1] ?? from;
  if (share === 0) return from;
  if (share === 1) return to;
  // About a centimetre, as the service stores it.
  return [0, 1].map(
    (axis) =>
      Math.round(((from[axis] ?? 0) + share * ((to[axis] ?? 0) - (from[axis] ?? 0))) * 1e7) / 1e7,
  );
}
