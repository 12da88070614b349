import * as L from 'leaflet';
import type { MapPlace } from '../core/page-address';
import type { MapView } from './map-view';

/** Small maps that look at the same place: what one does, the others do. */
export class MapsInStep {
  readonly #views = new Set<MapView>();
  readonly #onMoved: (place: MapPlace) => void;
  #busy = false;

  constructor(onMoved: (place: MapPlace) => void) {
    this.#onMoved = onMoved;
  }

  add(view: MapView): void {
    this.#views.add(view);
    view.map.on('move', () => this.#lead(view, false));
    view.map.on('moveend', () => this.#lead(view, true));
  }

  remove(view: MapView): void {
    this.#views.delete(view);
  }

  /** Do something to a map that the others must not follow. */
  alone(work: () => void): void {
    const before = this.#busy;
    this.#busy = true;
    work();
    this.#busy = before;
  }

  /** Send all of them somewhere. */
  showPlace(place: MapPlace): void {
    this.alone(() => {
      for (const view of this.#views) if (!isThere(view, place)) view.showPlace(place);
    });
  }

  #lead(leader: MapView, ended: boolean): void {
    if (this.#busy || !this.#views.has(leader)) return;
    this.alone(() => {
      for (const view of this.#views) if (view !== leader) follow(view.map, leader.map, ended);
    });
    if (ended) this.#onMoved(leader.place());
  }
}

/** While the hand drags, the picture is only shifted; it is drawn anew when the hand lets go. */
function follow(map: L.Map, leader: L.Map, ended: boolean): void {
  const centre = leader.getCenter();
  const zoom = leader.getZoom();
  if (map.getZoom() !== zoom) {
    map.setView(centre, zoom, { animate: false });
    return;
  }
  const offset = map.latLngToContainerPoint(centre).subtract(map.getSize().divideBy(2)).round();
  const pane = map.getPane('mapPane');
  if (pane === undefined) return;
  L.DomUtil.setPosition(pane, L.DomUtil.getPosition(pane).subtract(offset));
  map.fire('move');
  if (ended) map.fire('moveend');
}

/** To a centimetre: a map that is there already is not drawn anew. */
function isThere(view: MapView, { zoom, lat, lon }: MapPlace): boolean {
  const now = view.place();
  return now.zoom === zoom && Math.abs(now.lat - lat) < 1e-7 && Math.abs(now.lon - lon) < 1e-7;
}
