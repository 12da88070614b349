import type { Position } from 'geojson';

const EARTH_RADIUS_M = 6_371_008.8;
const RADIANS = Math.PI / 180;
/** 4.8 km/h, the service's own walking speed. */
const WALK_MS_PER_M = 750;

/** Great-circle metres between two [lon, lat] places. For showing while drawing only. */
export function distanceM(from: Position, to: Position): number {
  const [lonA = 0, latA = 0] = from;
  const [lonB = 0, latB = 0] = to;
  const dLat = (latB - latA) * RADIANS;
  const dLon = (lonB - lonA) * RADIANS;
  const a =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(a));
}

export function lengthM(line: readonly Position[]): number {
  let sum = 0;
  for (let index = 1; index < line.length; index += 1) {
    sum += distanceM(line[index - 1] as Position, line[index] as Position);
  }
  return sum;
}

/** Area of a ring in m², by the shoelace formula on a plane that touches its first point. */
export function areaM2(ring: readonly Position[]): number {
  const [origin] = ring;
  if (origin === undefined || ring.length < 3) return 0;
  const [lon0 = 0, lat0 = 0] = origin;
  const scale = Math.cos(lat0 * RADIANS);
  const plane = ring.map(([lon = 0, lat = 0]) => [
    (lon - lon0) * RADIANS * EARTH_RADIUS_M * scale,
    (lat - lat0) * RADIANS * EARTH_RADIUS_M,
  ]);
  let doubled = 0;
  plane.forEach(([x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = plane[(index + 1) % plane.length] ?? [];
    doubled += x * nextY - nextX * y;
  });
  return Math.abs(doubled) / 2;
}

export function walkMs(length: number): number {
  return Math.round(length * WALK_MS_PER_M);
}
