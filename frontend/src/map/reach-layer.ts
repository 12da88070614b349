import type { Position } from 'geojson';
import * as L from 'leaflet';
import type { Ring } from '../api/travel';
import { latLng, polygonLatLngs } from './lat-lngs';
import type { MapView, PaneName } from './map-view';
import type { Palette } from './palette';

/** How far one gets: filled surfaces, the nearest darkest, and a line where they ended before. */
export class ReachLayer {
  readonly #view: MapView;
  readonly #pane: PaneName;
  readonly #group: L.LayerGroup;

  constructor(view: MapView, pane: PaneName = 'rings') {
    this.#view = view;
    this.#pane = pane;
    this.#group = L.layerGroup([], { pmIgnore: true }).addTo(view.map);
  }

  show(
    from: Position | null,
    shown: readonly Ring[],
    earlier: readonly Ring[],
    palette: Palette,
  ): void {
    this.#group.clearLayers();
    const largestFirst = shown.toSorted((a, b) => b.minutes - a.minutes);
    const nearest = [...new Set(shown.map(({ minutes }) => minutes))].sort((a, b) => a - b);
    for (const { minutes, geometry } of largestFirst) {
      const colour = palette.time[nearest.indexOf(minutes)] ?? palette.ink;
      this.#add(geometry, {
        fill: true,
        fillColor: colour,
        fillOpacity: 0.38,
        color: colour,
        weight: 1.4,
      });
    }
    for (const { geometry } of earlier) {
      this.#add(geometry, { fill: false, color: palette.ink, weight: 1.4, dashArray: '5 4' });
    }
    if (from !== null) this.#group.addLayer(this.#mark(from));
  }

  #add(geometry: Ring['geometry'], options: L.PathOptions): void {
    const renderer = this.#view.renderer(this.#pane);
    const all = { ...options, renderer, interactive: false, pmIgnore: true, smoothFactor: 0.5 };
    this.#group.addLayer(L.polygon(polygonLatLngs(geometry), all));
  }

  #mark(from: Position): L.CircleMarker {
    return L.circleMarker(latLng(from), {
      // A pane that is never cut in two: where one stands is the same before and after.
      renderer: this.#view.renderer('boundary'),
      radius: 7,
      className: 'reach-mark',
      interactive: false,
      pmIgnore: true,
    });
  }
}
