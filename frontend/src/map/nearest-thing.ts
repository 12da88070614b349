import type { Position } from 'geojson';
import type * as L from 'leaflet';
import { latLng } from './lat-lngs';

/** Something small on the map that the pointer can meet. */
export interface Thing {
  readonly position: Position;
  readonly reachPx: number;
}

/** The nearest of the things within their own reach of a place on the screen. */
export function nearestThing<T extends Thing>(
  map: L.Map,
  place: L.LatLng,
  things: readonly T[],
): T | null {
  const target = map.latLngToContainerPoint(place);
  const bounds = map.getBounds();
  let best: T | null = null;
  let bestPx = Infinity;
  for (const thing of things) {
    const at = latLng(thing.position);
    if (!bounds.contains(at)) continue;
    const distancePx = map.latLngToContainerPoint(at).distanceTo(target);
    if (distancePx <= thing.reachPx && distancePx < bestPx) {
      best = thing;
      bestPx = distancePx;
    }
  }
  return best;
}
