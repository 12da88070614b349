import type { Position } from 'geojson';
import * as L from 'leaflet';
import { latLng, latLngs } from './lat-lngs';
import type { MapView, PaneName } from './map-view';

/** Shapes of the page over the area's edge, restyled by the style sheet: few, crisp, never in the way. */
export class EdgeMarks {
  readonly #view: MapView;
  readonly #group: L.LayerGroup;
  readonly #lines: PaneName;
  readonly #icons: PaneName;

  constructor(view: MapView, lines: PaneName = 'edges', icons: PaneName = 'edge-icons') {
    this.#view = view;
    this.#lines = lines;
    this.#icons = icons;
    this.#group = L.layerGroup([], { pmIgnore: true }).addTo(view.map);
  }

  clear(): void {
    this.#group.clearLayers();
  }

  line(places: readonly Position[], className: string, options: L.PathOptions = {}): void {
    this.#group.addLayer(
      L.polyline(latLngs(places), {
        ...options,
        className,
        renderer: this.#view.renderer(this.#lines),
        interactive: false,
        fill: false,
        lineCap: 'butt',
        pmIgnore: true,
      }),
    );
  }

  dot(place: Position, className: string, radius: number): void {
    this.#group.addLayer(
      L.circleMarker(latLng(place), {
        className,
        radius,
        renderer: this.#view.renderer(this.#lines),
        interactive: false,
        pmIgnore: true,
      }),
    );
  }

  /** A drawing in a square around a place, from −1 to 1 each way. */
  glyph(place: Position, className: string, sizePx: number, shapes: string): void {
    const svg = `<svg viewBox="-1 -1 2 2" aria-hidden="true">${shapes}</svg>`;
    this.#icon(place, className, [sizePx, sizePx], svg);
  }

  label(place: Position, className: string, text: string): void {
    const span = document.createElement('span');
    span.textContent = text;
    this.#icon(place, className, [0, 0], span);
  }

  #icon(place: Position, className: string, size: [number, number], html: string | HTMLElement) {
    const icon = L.divIcon({ className, iconSize: size, html });
    const options = {
      icon,
      interactive: false,
      keyboard: false,
      pane: this.#icons,
      pmIgnore: true,
    };
    this.#group.addLayer(L.marker(latLng(place), options));
  }
}
