import * as L from 'leaflet';
import type { Intervention } from '../core/proposal';
import { latLng, latLngs } from './lat-lngs';
import type { MapView } from './map-view';

/** What another version has where the shown one has not: dashed in ink, never in the accent. */
export class GhostLayer {
  readonly #view: MapView;
  readonly #group: L.LayerGroup;

  constructor(view: MapView) {
    this.#view = view;
    this.#group = L.layerGroup([], { pmIgnore: true }).addTo(view.map);
  }

  show(interventions: readonly Intervention[]): void {
    this.#group.clearLayers();
    for (const { geometry } of interventions) {
      for (const className of ['ghost-casing', 'ghost']) {
        const options = {
          renderer: this.#view.renderer('ghosts'),
          className,
          interactive: false,
          pmIgnore: true,
        };
        if (geometry.type === 'Point') {
          const ring = { ...options, radius: 17, fill: false };
          this.#group.addLayer(L.circleMarker(latLng(geometry.coordinates), ring));
        } else if (geometry.type === 'LineString') {
          const line = L.polyline(latLngs(geometry.coordinates), { ...options, fill: false });
          this.#group.addLayer(line);
        } else {
          const ring = latLngs((geometry.coordinates[0] ?? []).slice(0, -1));
          this.#group.addLayer(L.polygon(ring, { ...options, fill: false }));
        }
      }
    }
  }
}
