import { effect } from '@preact/signals';
import * as L from 'leaflet';
import type { Intervention } from '../core/proposal';
import { pointedId } from '../session/money';
import { interventions } from '../session/workspace';
import { latLng, latLngs } from './lat-lngs';
import type { MapView } from './map-view';

/** A halo round what a list points at, whether or not it is selected. */
export function keepPointed(view: MapView): void {
  let shown: L.Layer | null = null;
  effect(() => {
    const id = pointedId.value;
    const drawn = id === null ? undefined : interventions.value.find((each) => each.id === id);
    shown?.remove();
    shown = drawn === undefined ? null : haloOf(drawn, view).addTo(view.map);
  });
}

function haloOf({ geometry }: Intervention, view: MapView): L.Layer {
  const look = {
    renderer: view.renderer('joins'),
    className: 'pointed-halo',
    interactive: false,
    pmIgnore: true,
    fill: false,
    weight: 14,
  };
  if (geometry.type === 'Point') {
    return L.circleMarker(latLng(geometry.coordinates), { ...look, radius: 20, weight: 8 });
  }
  if (geometry.type === 'LineString') return L.polyline(latLngs(geometry.coordinates), look);
  return L.polygon(geometry.coordinates.map(latLngs), look);
}
