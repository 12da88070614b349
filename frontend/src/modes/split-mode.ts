import type * as L from 'leaflet';
import { position } from '../map/lat-lngs';
import type { MapView } from '../map/map-view';
import { cutting, finishCut, pointCut } from '../session/cutting';

/** A point or a junction this near on the screen takes the cut. */
const BEND_PX = 10;
/** A tap this near the line cuts it; farther away it does nothing. */
const REACH_PX = 30;

/** Moves the cut along the selected line with the pointer, and cuts by a click. */
export class SplitMode {
  readonly #view: MapView;

  constructor(view: MapView) {
    this.#view = view;
    view.map.on('mousemove', ({ latlng }) => {
      if (cutting.peek() !== null) this.#follow(latlng);
    });
    view.map.on('click', ({ latlng }) => {
      if (cutting.peek() !== null) this.click(latlng);
    });
  }

  click(place: L.LatLng): void {
    if (this.#follow(place) <= this.#metres(place, REACH_PX)) finishCut();
  }

  #follow(place: L.LatLng): number {
    return pointCut(position(place), this.#metres(place, BEND_PX));
  }

  #metres(place: L.LatLng, px: number): number {
    const { map } = this.#view;
    const edge = map.latLngToContainerPoint(place).add([px, 0]);
    return place.distanceTo(map.containerPointToLatLng(edge));
  }
}
