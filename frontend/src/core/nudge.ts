import type { Position } from 'geojson';
import type { DrawnGeometry } from './proposal';

const METRES_PER_DEGREE = 111_195;
const FEWEST = { Point: 1, LineString: 2, Polygon: 3 } as const;

/** The points a hand can take hold of; the closing point of a ring is its first. */
export function handlesOf(geometry: DrawnGeometry): readonly Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates];
  if (geometry.type === 'LineString') return geometry.coordinates;
  return (geometry.coordinates[0] ?? []).slice(0, -1);
}

/** Move one point, or everything where `part` is null, by metres east and north. */
export function moveBy(
  geometry: DrawnGeometry,
  part: number | null,
  eastM: number,
  northM: number,
): DrawnGeometry {
  const moved = handlesOf(geometry).map((place, index) =>
    part === null || part === index ? shifted(place, eastM, northM) : place,
  );
  return withHandles(geometry, moved);
}

/** Set a new point half way to the next one; null where there is no next. */
export function addAfter(geometry: DrawnGeometry, part: number): DrawnGeometry | null {
  const handles = handlesOf(geometry);
  const isRing = geometry.type === 'Polygon';
  const here = handles[part];
  const next = handles[isRing ? (part + 1) % handles.length : part + 1];
  if (geometry.type === 'Point' || here === undefined || next === undefined) return null;
  const middle = [0, 1].map((axis) => rounded(((here[axis] ?? 0) + (next[axis] ?? 0)) / 2));
  return withHandles(geometry, handles.toSpliced(part + 1, 0, middle));
}

/** Take a point away; null where the shape would have too few. */
export function removeAt(geometry: DrawnGeometry, part: number): DrawnGeometry | null {
  const handles = handlesOf(geometry);
  if (handles[part] === undefined || handles.length <= FEWEST[geometry.type]) return null;
  return withHandles(geometry, handles.toSpliced(part, 1));
}

function withHandles(geometry: DrawnGeometry, handles: readonly Position[]): DrawnGeometry {
  const [first = []] = handles;
  if (geometry.type === 'Point') return { type: 'Point', coordinates: first };
  if (geometry.type === 'LineString') return { type: 'LineString', coordinates: [...handles] };
  const holes = geometry.coordinates.slice(1);
  return { type: 'Polygon', coordinates: [[...handles, first], ...holes] };
}

function shifted([lon = 0, lat = 0]: Position, eastM: number, northM: number): Position {
  const perLon = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  return [rounded(lon + eastM / perLon), rounded(lat + northM / METRES_PER_DEGREE)];
}

/** About a centimetre, as the service stores it. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
