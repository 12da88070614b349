import * as L from 'leaflet';
import type { Pick } from '../core/pick';
import type { StreetStretch } from '../core/street-stretch';
import type { Building } from '../session/buildings';
import { latLngs, polygonLatLngs } from './lat-lngs';
import type { MapView } from './map-view';

/** What is there and can be taken: lit up under the pointer, with its name. */
export class PickLayer {
  readonly #view: MapView;
  readonly #outlines: L.LayerGroup;
  readonly #lit: L.LayerGroup;
  readonly #tip = L.tooltip({ direction: 'top', offset: [0, -10], className: 'thing-tip' });

  #pointer = L.latLng(0, 0);
  #follows = false;

  constructor(view: MapView) {
    this.#view = view;
    this.#outlines = L.layerGroup([], { pmIgnore: true }).addTo(view.map);
    this.#lit = L.layerGroup([], { pmIgnore: true }).addTo(view.map);
    view.map.on('mousemove click', (event) => {
      this.#pointer = (event as L.LeafletMouseEvent).latlng;
      if (this.#follows) this.#tip.setLatLng(this.#pointer);
    });
  }

  /** Buildings that can be pointed at. */
  showBuildings(buildings: readonly Building[]): void {
    this.#outlines.clearLayers();
    for (const { outline } of buildings) {
      this.#outlines.addLayer(
        L.polygon(polygonLatLngs(outline), this.#style('pick-building', { weight: 1 })),
      );
    }
  }

  /** What the pointer stands on, and what it is. */
  showPointed(pick: Pick | null, text: string, again: boolean): void {
    this.#lit.clearLayers();
    this.#tip.remove();
    this.#follows = pick?.type === 'street';
    if (pick === null) return;
    // What is taken is drawn already, and is not drawn over.
    if (!again && pick.type === 'street') this.#addStretch(pick.stretch, 'pick-street');
    if (!again && pick.type !== 'street') this.#addBlock(pick.polygon.coordinates[0] ?? []);
    const words = document.createElement('span');
    words.textContent = text;
    this.#tip.setLatLng(this.#tipPlace(pick)).setContent(words).addTo(this.#view.map);
  }

  /** The street that was asked about. */
  showAsked(stretch: StreetStretch | null): void {
    this.#lit.clearLayers();
    if (stretch !== null) this.#addStretch(stretch, 'asked-street');
  }

  #addStretch({ line }: StreetStretch, className: string): void {
    for (const part of ['pick-casing', className]) {
      const weight = part === 'pick-casing' ? 13 : 8;
      const options = this.#style(part, { fill: false, weight, lineCap: 'round' });
      this.#lit.addLayer(L.polyline(latLngs(line), options));
    }
  }

  #addBlock(ring: readonly number[][]): void {
    const options = this.#style('pick-block', { weight: 2.5 });
    this.#lit.addLayer(L.polygon(latLngs(ring), options));
  }

  /** A street is named by the pointer, a block above its roofs. */
  #tipPlace(pick: Pick): L.LatLng {
    if (pick.type === 'street') return this.#pointer;
    const bounds = L.latLngBounds(latLngs(pick.polygon.coordinates[0] ?? []));
    return L.latLng(bounds.getNorth(), bounds.getCenter().lng);
  }

  #style(className: string, options: L.PathOptions): L.PolylineOptions {
    const renderer = this.#view.renderer('joins');
    return { ...options, className, renderer, interactive: false, pmIgnore: true };
  }
}
