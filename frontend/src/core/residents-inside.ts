import type { Position } from 'geojson';
import { toPlane } from './utm32';

/** Where people live, column by column. */
export interface HomePoints {
  readonly lon: readonly number[];
  readonly lat: readonly number[];
  readonly residents: readonly number[];
}

export interface Inside {
  readonly homePoints: number;
  readonly residents: number;
}

/** Homes and their residents within a ring; a home on its edge is within, as for the service. */
export function residentsInside(homes: HomePoints, ring: readonly Position[]): Inside {
  const lons = ring.map(([lon = 0]) => lon);
  const lats = ring.map(([, lat = 0]) => lat);
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const corners = ring.map(toPlane);
  let homePoints = 0;
  let residents = 0;
  homes.lon.forEach((lon, index) => {
    const lat = homes.lat[index] ?? 0;
    // A straight side bulges by far less than this between its corners.
    if (lon < west - SLACK || lon > east + SLACK || lat < south - SLACK || lat > north + SLACK) {
      return;
    }
    if (!isWithin(toPlane([lon, lat]), corners)) return;
    homePoints += 1;
    residents += homes.residents[index] ?? 0;
  });
  return { homePoints, residents };
}

const SLACK = 1e-4;
const ON_EDGE_M = 1e-6;

type Plane = readonly [number, number];

function isWithin([x, y]: Plane, corners: readonly Plane[]): boolean {
  let inside = false;
  for (let index = 0; index < corners.length; index += 1) {
    const [ax, ay] = corners[index] as Plane;
    const [bx, by] = corners[(index + 1) % corners.length] as Plane;
    if (isOnEdge(x, y, ax, ay, bx, by)) return true;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

function isOnEdge(x: number, y: number, ax: number, ay: number, bx: number, by: number): boolean {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return Math.hypot(x - ax, y - ay) <= ON_EDGE_M;
  const across = Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length;
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length;
  return across <= ON_EDGE_M && along >= 0 && along <= length;
}
