import * as L from 'leaflet';
import type { Barriers } from '../api/places';
import { latLngs, polygonLatLngs } from './lat-lngs';
import type { MapView } from './map-view';
import type { Palette } from './palette';

type Barrier = Barriers['features'][number];

/** What cannot be crossed at grade: motorways, railways, water. */
export class BarrierLayer {
  readonly #view: MapView;
  readonly #group: L.LayerGroup;
  #barriers: Barriers | null = null;

  constructor(view: MapView) {
    this.#view = view;
    this.#group = L.layerGroup([], { pmIgnore: true }).addTo(view.map);
  }

  show(barriers: Barriers | null, palette: Palette): void {
    this.#barriers = barriers;
    this.restyle(palette);
  }

  restyle(palette: Palette): void {
    this.#group.clearLayers();
    for (const barrier of this.#barriers?.features ?? []) {
      for (const layer of this.#draw(barrier, palette)) this.#group.addLayer(layer);
    }
  }

  setVisible(visible: boolean): void {
    if (visible) this.#group.addTo(this.#view.map);
    else this.#group.remove();
  }

  #draw({ geometry, properties }: Barrier, palette: Palette): L.Path[] {
    const base: L.PolylineOptions = {
      renderer: this.#view.renderer('barriers'),
      interactive: false,
      lineCap: 'butt',
      pmIgnore: true,
    };
    if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') {
      const fill = { ...base, stroke: false, fillColor: palette.water, fillOpacity: 1 };
      return [L.polygon(polygonLatLngs(geometry), fill)];
    }
    const lines =
      geometry.type === 'LineString'
        ? [latLngs(geometry.coordinates)]
        : geometry.coordinates.map(latLngs);
    switch (properties.kind) {
      case 'railway':
        return [
          L.polyline(lines, { ...base, color: palette.barrier, weight: 3 }),
          L.polyline(lines, { ...base, color: palette.paper, weight: 1.6, dashArray: '7 7' }),
        ];
      case 'water':
        return [L.polyline(lines, { ...base, color: palette.water, weight: 4, lineCap: 'round' })];
      default:
        return [L.polyline(lines, { ...base, color: palette.barrier, weight: 1.2, opacity: 0.75 })];
    }
  }
}
