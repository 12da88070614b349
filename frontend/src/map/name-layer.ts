import * as L from 'leaflet';
import type { Facilities, Stops } from '../api/places';
import { latLng } from './lat-lngs';
import type { MapView } from './map-view';

interface Named {
  readonly name: string;
  readonly place: L.LatLng;
  /** Shown from this zoom on. */
  readonly fromZoom: number;
}

/** Names where they help to find one's way: stations, then schools. */
export class NameLayer {
  readonly #view: MapView;
  readonly #group: L.LayerGroup;
  #names: readonly Named[] = [];

  constructor(view: MapView) {
    this.#view = view;
    this.#group = L.layerGroup([], { pmIgnore: true }).addTo(view.map);
    view.map.on('zoomend', () => this.#place());
  }

  show(facilities: Facilities | null, stops: Stops | null): void {
    const stations = (stops?.features ?? []).filter(({ properties }) => properties.is_station);
    const schools = (facilities?.features ?? []).filter(
      ({ properties }) => properties.category === 'school',
    );
    this.#names = [
      ...stations.map(({ geometry, properties }) => ({
        name: properties.name,
        place: latLng(geometry.coordinates),
        fromZoom: 13,
      })),
      ...schools.map(({ geometry, properties }) => ({
        name: properties.name,
        place: latLng(geometry.coordinates),
        fromZoom: 15.5,
      })),
    ];
    this.#place();
  }

  #place(): void {
    this.#group.clearLayers();
    const zoom = this.#view.map.getZoom();
    for (const { name, place, fromZoom } of this.#names) {
      if (zoom < fromZoom || name === '') continue;
      const text = document.createElement('span');
      text.textContent = name;
      const icon = L.divIcon({ className: 'map-name', html: text, iconSize: [0, 0] });
      const options = { icon, interactive: false, keyboard: false, pane: 'names', pmIgnore: true };
      this.#group.addLayer(L.marker(place, options));
    }
  }
}
