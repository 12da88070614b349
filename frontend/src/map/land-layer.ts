import * as L from 'leaflet';
import type { LandCover } from '../api/places';
import { polygonLatLngs } from './lat-lngs';
import type { MapView } from './map-view';
import type { Palette } from './palette';

const ORDER = ['built_up', 'industry', 'green', 'rail', 'water'] as const;
type LandKind = (typeof ORDER)[number];

/** The quiet ground: one path per kind of land, drawn once per move. */
export class LandLayer {
  readonly #view: MapView;
  readonly #group: L.LayerGroup;
  readonly #paths = new Map<LandKind, L.Polygon>();

  constructor(view: MapView) {
    this.#view = view;
    this.#group = L.layerGroup([], { pmIgnore: true }).addTo(view.map);
  }

  show(land: LandCover | null, palette: Palette): void {
    this.#group.clearLayers();
    this.#paths.clear();
    for (const kind of ORDER) {
      const rings = (land?.features ?? [])
        .filter((feature) => feature.properties.kind === kind)
        .flatMap((feature) => polygonLatLngs(feature.geometry));
      if (rings.length === 0) continue;
      const path = L.polygon(rings, {
        renderer: this.#view.renderer('land'),
        interactive: false,
        stroke: false,
        fillOpacity: 1,
        pmIgnore: true,
      });
      this.#paths.set(kind, path);
      this.#group.addLayer(path);
    }
    this.restyle(palette);
  }

  restyle(palette: Palette): void {
    const fills: Readonly<Record<LandKind, string>> = {
      built_up: palette.builtUp,
      industry: palette.industry,
      green: palette.green,
      rail: palette.rail,
      water: palette.water,
    };
    for (const [kind, path] of this.#paths) path.setStyle({ fillColor: fills[kind] });
  }

  setVisible(visible: boolean): void {
    if (visible) this.#group.addTo(this.#view.map);
    else this.#group.remove();
  }
}
