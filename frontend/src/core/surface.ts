import type { Position } from 'geojson';

/** One or several polygons, as GeoJSON nests them. */
export type Surface =
  | { readonly type: 'Polygon'; readonly coordinates: Position[][] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: Position[][][] };

/** The middle of a surface: the centroid of its largest part, in degrees; holes are not minded. */
export function middleOf(surface: Surface): Position {
  const polygons = surface.type === 'Polygon' ? [surface.coordinates] : surface.coordinates;
  const parts = polygons.map(([ring = []]) => centroid(ring));
  const largest = parts.toSorted((a, b) => b.weight - a.weight)[0];
  return largest?.place ?? [0, 0];
}

function centroid(ring: readonly Position[]): {
  readonly place: Position;
  readonly weight: number;
} {
  const [originLon = 0, originLat = 0] = ring[0] ?? [];
  let doubled = 0;
  let lon = 0;
  let lat = 0;
  ring.forEach((corner, index) => {
    const next = ring[(index + 1) % ring.length] ?? corner;
    // Seen from the first corner: degrees are large numbers beside the size of an area.
    const [x = 0, y = 0] = [(corner[0] ?? 0) - originLon, (corner[1] ?? 0) - originLat];
    const [nextX = 0, nextY = 0] = [(next[0] ?? 0) - originLon, (next[1] ?? 0) - originLat];
    const cross = x * nextY - nextX * y;
    doubled += cross;
    lon += (x + nextX) * cross;
    lat += (y + nextY) * cross;
  });
  if (doubled === 0) return { place: [originLon, originLat], weight: 0 };
  return {
    place: [originLon + lon / (3 * doubled), originLat + lat / (3 * doubled)],
    weight: Math.abs(doubled),
  };
}
