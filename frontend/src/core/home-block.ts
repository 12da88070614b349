import type { Polygon, Position } from 'geojson';

const METRES_PER_DEGREE = 111_195;
/** So far from its outermost homes a block's edge runs. */
const MARGIN_M = 9;
/** Corners of a rounded end, per home. */
const ROUND = 12;

type Plane = readonly [number, number];

/** A small rounded block around some homes; null without any. */
export function blockAround(homes: readonly Position[]): Polygon | null {
  const [first] = homes;
  if (first === undefined) return null;
  const [lon0 = 0, lat0 = 0] = first;
  const perLon = METRES_PER_DEGREE * Math.cos((lat0 * Math.PI) / 180);
  const around = homes.flatMap(([lon = 0, lat = 0]) => {
    const [x, y] = [(lon - lon0) * perLon, (lat - lat0) * METRES_PER_DEGREE];
    return Array.from({ length: ROUND }, (_, step): Plane => {
      const turn = (2 * Math.PI * (step + 0.5)) / ROUND;
      return [x + MARGIN_M * Math.cos(turn), y + MARGIN_M * Math.sin(turn)];
    });
  });
  const ring = hull(around).map(([x, y]) =>
    [lon0 + x / perLon, lat0 + y / METRES_PER_DEGREE].map(
      (degrees) => Math.round(degrees * 1e7) / 1e7,
    ),
  );
  return { type: 'Polygon', coordinates: [[...ring, ring[0] ?? []]] };
}

/** The convex hull, counter-clockwise (Andrew 1979). */
function hull(places: readonly Plane[]): readonly Plane[] {
  const sorted = places.toSorted(([ax, ay], [bx, by]) => ax - bx || ay - by);
  const half = (along: readonly Plane[]) => {
    const kept: Plane[] = [];
    for (const place of along) {
      while (kept.length > 1 && turn(kept.at(-2) as Plane, kept.at(-1) as Plane, place) <= 0) {
        kept.pop();
      }
      kept.push(place);
    }
    return kept.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

function turn([ax, ay]: Plane, [bx, by]: Plane, [cx, cy]: Plane): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}
