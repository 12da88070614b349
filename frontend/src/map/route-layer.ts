import type { LineString } from 'geojson';
import * as L from 'leaflet';
import { latLngs } from './lat-lngs';
import type { MapView } from './map-view';

/** Two ways of one home: dashed as it is today, whole as it becomes. */
export class RouteLayer {
  readonly #view: MapView;
  readonly #group: L.LayerGroup;

  constructor(view: MapView) {
    this.#view = view;
    this.#group = L.layerGroup([], { pmIgnore: true }).addTo(view.map);
  }

  show(before: RouteLine | null, after: RouteLine | null, longer: boolean): void {
    this.#group.clearLayers();
    if (after !== null) {
      this.#add(after, { weight: 14, className: 'route-casing' });
      this.#add(after, { weight: 11, className: `route-after${longer ? ' is-longer' : ''}` });
    }
    if (before !== null) {
      if (after === null) this.#add(before, { weight: 6, className: 'route-casing' });
      this.#add(before, { weight: 3, className: 'route-before', dashArray: '7 6' });
    }
  }

  #add(line: RouteLine, options: L.PolylineOptions): void {
    this.#group.addLayer(
      L.polyline(latLngs(line.coordinates), {
        ...options,
        renderer: this.#view.renderer('routes'),
        interactive: false,
        fill: false,
        lineCap: 'butt',
        lineJoin: 'round',
        pmIgnore: true,
      }),
    );
  }
}

type RouteLine = Pick<LineString, 'coordinates'>;
