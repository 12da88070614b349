import type { Position } from 'geojson';
import * as L from 'leaflet';
import type { Pin } from '../core/comment';
import { latLng } from './lat-lngs';
import type { MapView } from './map-view';

/** Numbered pins, one for each conversation: real buttons, reached by keys as by hand. */
export class PinLayer {
  readonly #onChoose: (id: string) => void;
  readonly #group: L.LayerGroup;
  readonly #fresh: L.Marker;
  readonly #view: MapView;
  readonly #buttons = new Map<string, { marker: L.Marker; button: HTMLButtonElement }>();

  constructor(view: MapView, onChoose: (id: string) => void) {
    this.#view = view;
    this.#onChoose = onChoose;
    this.#group = L.layerGroup([], { pmIgnore: true }).addTo(view.map);
    this.#fresh = pinMarker([0, 0], document.createElement('span'), 'comment-pin-new');
  }

  /** Show these pins; one that stays keeps its button, and with it the focus. */
  show(pins: readonly Pin[], chosen: string | null, name: (pin: Pin) => string): void {
    const wanted = new Set(pins.map(({ id }) => id));
    for (const [id, { marker }] of this.#buttons) {
      if (wanted.has(id)) continue;
      this.#group.removeLayer(marker);
      this.#buttons.delete(id);
    }
    for (const pin of pins) {
      const { marker, button } = this.#buttons.get(pin.id) ?? this.#add(pin);
      marker.setLatLng(latLng(pin.place));
      marker.setZIndexOffset(pin.id === chosen ? 1000 : 0);
      button.className = `comment-pin${pin.resolved ? ' is-solved' : ''}`;
      button.setAttribute('aria-label', name(pin));
      button.setAttribute('aria-pressed', String(pin.id === chosen));
      button.textContent = pin.number === null ? '…' : String(pin.number);
    }
  }

  /** Where the comment that is being written will stand. */
  showNew(place: Position | null): void {
    if (place === null) this.#fresh.remove();
    else this.#fresh.setLatLng(latLng(place)).addTo(this.#view.map);
  }

  #add(pin: Pin): { marker: L.Marker; button: HTMLButtonElement } {
    const button = document.createElement('button');
    button.type = 'button';
    button.addEventListener('click', () => this.#onChoose(pin.id));
    // What the hand does on a pin is not done to the map below it.
    L.DomEvent.disableClickPropagation(button);
    const marker = pinMarker(pin.place, button, 'comment-pin-place');
    this.#group.addLayer(marker);
    const made = { marker, button };
    this.#buttons.set(pin.id, made);
    return made;
  }
}

function pinMarker(place: Position, element: HTMLElement, className: string): L.Marker {
  const icon = L.divIcon({ className, html: element, iconSize: [0, 0] });
  return L.marker(latLng(place), {
    icon,
    pane: 'pins',
    keyboard: false,
    interactive: false,
    pmIgnore: true,
  });
}
