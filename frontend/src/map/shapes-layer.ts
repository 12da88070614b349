import * as L from 'leaflet';
import type { FileFeature } from '../core/drawing-file';
import { latLng, latLngs } from './lat-lngs';
import type { MapView, PaneName } from './map-view';

export interface ShapesStyle {
  readonly colour: string;
  readonly weight: number;
  readonly dashArray?: string;
  readonly fillOpacity: number;
  readonly opacity: number;
}

const POINT_PX = 3.5;

/** Shapes of a file, on a canvas: there can be thousands. */
export class ShapesLayer {
  readonly #view: MapView;
  readonly #pane: PaneName;
  readonly #group: L.LayerGroup;

  constructor(view: MapView, pane: PaneName) {
    this.#view = view;
    this.#pane = pane;
    this.#group = L.layerGroup([], { pmIgnore: true }).addTo(view.map);
  }

  clear(): void {
    this.#group.clearLayers();
  }

  add(features: readonly FileFeature[], style: ShapesStyle): void {
    const options = this.#options(style);
    for (const { geometry } of features) {
      const shape =
        geometry.type === 'Point'
          ? L.circleMarker(latLng(geometry.coordinates), {
              ...options,
              radius: POINT_PX,
              fillOpacity: style.opacity,
            })
          : geometry.type === 'LineString'
            ? L.polyline(latLngs(geometry.coordinates), options)
            : L.polygon(geometry.coordinates.map(latLngs), { ...options, fill: true });
      this.#group.addLayer(shape);
    }
  }

  remove(): void {
    this.#group.remove();
  }

  #options({ colour, weight, dashArray, fillOpacity, opacity }: ShapesStyle): L.PathOptions {
    return {
      renderer: this.#view.renderer(this.#pane),
      interactive: false,
      pmIgnore: true,
      color: colour,
      fillColor: colour,
      weight,
      opacity,
      fillOpacity: fillOpacity * opacity,
      ...(dashArray === undefined ? {} : { dashArray }),
    };
  }
}
