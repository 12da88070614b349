import * as L from 'leaflet';
import type { Facilities, Stops } from '../api/places';
import { CATEGORY_PATHS } from '../ui/icon-paths';
import { GlyphMarker } from './glyph-marker';
import type { MapView, PaneName } from './map-view';
import type { Palette } from './palette';

const PATHS = new Map(
  Object.entries(CATEGORY_PATHS).map(([category, path]) => [category, new Path2D(path)]),
);
const NO_GLYPH = new Path2D();
/** Stops have a layer of their own. */
const STOP_CATEGORIES = new Set(['stop', 'station']);

/** Places to go, as small icons; the errands people make most are drawn a little larger. */
export class FacilityLayer {
  readonly #view: MapView;
  readonly #pane: PaneName;
  readonly #facilities: L.LayerGroup;
  readonly #stops: L.LayerGroup;
  #shown: { facilities: Facilities | null; stops: Stops | null } = {
    facilities: null,
    stops: null,
  };
  #removed: ReadonlySet<string> = new Set();

  constructor(view: MapView, pane: PaneName = 'facilities') {
    this.#view = view;
    this.#pane = pane;
    this.#facilities = L.layerGroup([], { pmIgnore: true }).addTo(view.map);
    this.#stops = L.layerGroup([], { pmIgnore: true }).addTo(view.map);
    view.map.on('zoomend', () => this.#resize());
  }

  show(
    facilities: Facilities | null,
    stops: Stops | null,
    removed: ReadonlySet<string>,
    palette: Palette,
  ): void {
    this.#shown = { facilities, stops };
    this.#removed = removed;
    this.restyle(palette);
  }

  restyle(palette: Palette): void {
    this.#facilities.clearLayers();
    for (const { id, geometry, properties } of this.#shown.facilities?.features ?? []) {
      if (STOP_CATEGORIES.has(properties.category) || this.#removed.has(String(id))) continue;
      this.#facilities.addLayer(this.#glyph(geometry.coordinates, properties.category, palette));
    }
    this.#stops.clearLayers();
    for (const { geometry, properties } of this.#shown.stops?.features ?? []) {
      const category = properties.is_station ? 'station' : 'stop';
      this.#stops.addLayer(this.#glyph(geometry.coordinates, category, palette));
    }
  }

  setVisible(facilities: boolean, stops: boolean): void {
    for (const [group, visible] of [
      [this.#facilities, facilities],
      [this.#stops, stops],
    ] as const) {
      if (visible) group.addTo(this.#view.map);
      else group.remove();
    }
  }

  #glyph([lon = 0, lat = 0]: readonly number[], category: string, palette: Palette): GlyphMarker {
    const station = category === 'station';
    return new GlyphMarker(
      [lat, lon],
      {
        renderer: this.#view.renderer(this.#pane),
        interactive: false,
        radius: facilityRadius(this.#view.map.getZoom(), category),
        className: category,
        pmIgnore: true,
      },
      {
        disc: station ? palette.facilityInk : palette.facility,
        ink: station ? palette.facility : palette.facilityInk,
        edge: station ? palette.facility : palette.facilityInk,
        path: PATHS.get(category) ?? NO_GLYPH,
        smallestWithGlyph: 6,
      },
    );
  }

  #resize(): void {
    const zoom = this.#view.map.getZoom();
    for (const group of [this.#facilities, this.#stops]) {
      group.eachLayer((layer) => {
        if (layer instanceof GlyphMarker) {
          layer.setRadius(facilityRadius(zoom, layer.options.className ?? ''));
        }
      });
    }
  }
}

/** Radius in pixels: dots far out, icons from about 2 km across. */
export function facilityRadius(zoom: number, category: string): number {
  const quiet = category === 'stop' || category === 'workplace';
  const steps = zoom < 14 ? 2 : zoom < 15 ? 3.4 : zoom < 16 ? 7 : zoom < 17 ? 8.5 : 10;
  if (category === 'station') return steps + 2;
  if (!quiet) return steps;
  return zoom < 16 ? Math.min(2.4, steps) : steps * 0.72;
}
