import * as L from 'leaflet';
import type { Timetable } from '../api/timetable';
import { lineClass } from '../core/line-classes';
import { latLngs } from './lat-lngs';
import type { MapView, PaneName } from './map-view';
import type { Palette } from './palette';

/** Widths in pixels at zoom 15, the fewest trips first. */
const WIDTHS_PX = [1.4, 2.6, 4.4] as const;

/** The lines of buses and trains, straight from stop to stop: wider where more trips run. */
export class LineLayer {
  readonly #view: MapView;
  readonly #pane: PaneName;
  readonly #group: L.LayerGroup;
  #drawn: { line: L.Polyline; width: number }[] = [];

  constructor(view: MapView, pane: PaneName = 'flows') {
    this.#view = view;
    this.#pane = pane;
    this.#group = L.layerGroup([], { pmIgnore: true }).addTo(view.map);
    view.map.on('zoomend', () => this.#resize());
  }

  show(timetable: Timetable | null, palette: Palette): void {
    this.#group.clearLayers();
    this.#drawn = [];
    for (const { geometry, properties } of timetable?.lines.features ?? []) {
      const isTrain = properties.kind === 'train';
      const line = L.polyline(latLngs(geometry.coordinates), {
        renderer: this.#view.renderer(this.#pane),
        interactive: false,
        color: isTrain ? palette.ink : (palette.flow[3] ?? palette.ink),
        opacity: 0.75,
        lineCap: 'round',
        ...(isTrain ? { dashArray: '10 6' } : {}),
        pmIgnore: true,
      });
      const width = WIDTHS_PX[lineClass(properties.trips_07_09 / 2)] ?? 1;
      this.#drawn.push({ line, width });
      this.#group.addLayer(line);
    }
    this.#resize();
  }

  #resize(): void {
    const scale = 1.3 ** (this.#view.map.getZoom() - 15);
    for (const { line, width } of this.#drawn) {
      line.setStyle({ weight: Math.max(1, width * scale) });
    }
  }
}
