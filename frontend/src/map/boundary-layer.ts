import * as L from 'leaflet';
import type { AreaFeature } from '../api/places';
import { polygonLatLngs } from './lat-lngs';
import type { MapView } from './map-view';
import type { Palette } from './palette';

/** The area's boundary: one dark line. */
export class BoundaryLayer {
  readonly #view: MapView;
  #line: L.Polygon | null = null;

  constructor(view: MapView) {
    this.#view = view;
  }

  show(area: AreaFeature | null, palette: Palette): void {
    this.#line?.remove();
    this.#line = null;
    if (area === null) return;
    this.#line = L.polygon(polygonLatLngs(area.geometry), {
      renderer: this.#view.renderer('boundary'),
      interactive: false,
      fill: false,
      weight: 2.6,
      lineJoin: 'round',
      pmIgnore: true,
    }).addTo(this.#view.map);
    this.restyle(palette);
  }

  restyle(palette: Palette): void {
    this.#line?.setStyle({ color: palette.ink });
  }
}
