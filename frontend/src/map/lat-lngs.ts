import type { Position } from 'geojson';
import * as L from 'leaflet';
import type { Surface } from '../core/surface';

export function latLng([lon = 0, lat = 0]: Position): L.LatLng {
  return L.latLng(lat, lon);
}

export function latLngs(line: readonly Position[]): L.LatLng[] {
  return line.map(latLng);
}

/** Rings of one or several polygons, as Leaflet nests them. */
export function polygonLatLngs(geometry: Surface): L.LatLng[][][] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) => rings.map(latLngs));
}

/** Degrees with seven decimals, about a centimetre: what the service stores. */
export function position({ lat, lng }: L.LatLng): [number, number] {
  return [Math.round(lng * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
}
