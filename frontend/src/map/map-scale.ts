import * as L from 'leaflet';
import { metresPerPx } from '../session/map-scale';
import type { MapView } from './map-view';

/** Measured over this many pixels in the middle of the map. */
const MEASURED_PX = 100;

/** Keep the page told of the scale of the map. */
export function keepMapScale({ map }: MapView): void {
  const measure = () => {
    const middle = map.getSize().divideBy(2);
    const half = L.point(MEASURED_PX / 2, 0);
    const west = map.containerPointToLatLng(middle.subtract(half));
    const east = map.containerPointToLatLng(middle.add(half));
    metresPerPx.value = map.distance(west, east) / MEASURED_PX;
  };
  map.on('moveend zoomend resize', measure);
  measure();
}
