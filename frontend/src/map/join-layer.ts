import * as L from 'leaflet';
import type { Join } from '../core/issue';
import type { MapView } from './map-view';

/** Rings where a drawn line joins the streets. */
export class JoinLayer {
  readonly #view: MapView;
  readonly #group: L.LayerGroup;

  constructor(view: MapView) {
    this.#view = view;
    this.#group = L.layerGroup([], { pmIgnore: true }).addTo(view.map);
  }

  show(joins: readonly Join[], live: boolean): void {
    this.#group.clearLayers();
    for (const { lon, lat, kind } of joins) {
      const ring = L.circleMarker([lat, lon], {
        renderer: this.#view.renderer('joins'),
        interactive: false,
        radius: kind === 'crossing' ? 4 : 5.5,
        className: live ? 'join join-live' : 'join',
        pmIgnore: true,
      });
      this.#group.addLayer(ring);
    }
  }
}
