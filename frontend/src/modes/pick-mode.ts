import { effect } from '@preact/signals';
import * as L from 'leaflet';
import type { Pick } from '../core/pick';
import { messages } from '../i18n/language';
import { pickSentence } from '../i18n/pick-words';
import { latLng, position } from '../map/lat-lngs';
import type { MapView } from '../map/map-view';
import { nearestThing } from '../map/nearest-thing';
import { buildings } from '../session/buildings';
import { spoken, tool } from '../session/drawing';
import { blockPick, boxing, buildingPick, isPicking, pointedAt, take } from '../session/picking';
import { streetPicker } from '../session/streets';
import { homeThings } from '../session/things';

/** The hand reaches this far for a street, and for a home. */
export const STREET_REACH_PX = 12;
const HOME_REACH_PX = 26;

/** Points at what is there already: streets to close or change, homes and buildings to tear down. */
export class PickMode {
  readonly #view: MapView;
  readonly #box: L.Rectangle;
  #corner: L.LatLng | null = null;
  #boxed = false;

  constructor(view: MapView) {
    this.#view = view;
    this.#box = L.rectangle(L.latLngBounds([0, 0], [0, 0]), {
      renderer: view.renderer('joins'),
      className: 'pick-box',
      interactive: false,
      pmIgnore: true,
    });
    const { map } = view;
    map.on('mousemove', ({ latlng, originalEvent }) => {
      if (this.#corner !== null) this.#stretch(latlng);
      else this.#point(latlng, originalEvent === undefined);
    });
    map.on('mouseout', () => this.#leave());
    map.on('click', ({ latlng }) => this.#click(latlng));
    map.on('mousedown', ({ latlng, originalEvent }) => {
      const drags = originalEvent.shiftKey && boxing.peek() === 'off';
      if (drags && this.#takesHomes) this.#corner = latlng;
    });
    window.addEventListener('mouseup', () => this.#release());
    effect(() => {
      // Shift and a drag would zoom otherwise.
      if (isPicking.value && tool.value?.kind === 'demolition') map.boxZoom.disable();
      else map.boxZoom.enable();
      if (!isPicking.value || boxing.value === 'off') this.#drop();
    });
  }

  get #takesHomes(): boolean {
    return isPicking.peek() && tool.peek()?.kind === 'demolition';
  }

  #point(place: L.LatLng, aloud: boolean): void {
    if (!isPicking.peek()) return;
    const found = this.#find(place);
    if (sameThing(found, pointedAt.peek())) return;
    pointedAt.value = found;
    if (aloud && found !== null) spoken.value = pickSentence(found, messages.peek());
  }

  #leave(): void {
    if (this.#corner === null) pointedAt.value = null;
  }

  #click(place: L.LatLng): void {
    if (!isPicking.peek() || this.#boxed) return;
    if (boxing.peek() !== 'off') {
      this.#mark(place);
      return;
    }
    const found = this.#find(place);
    pointedAt.value = found;
    if (found === null) spoken.value = messages.peek().editing.pick.nothing;
    else take(found);
  }

  #find(place: L.LatLng): Pick | null {
    const { map } = this.#view;
    if (!this.#takesHomes) {
      const stretch = streetPicker.value.pick(
        position(place),
        this.#metres(place, STREET_REACH_PX),
        ({ streetClass }) => streetClass !== 'motorway',
      );
      return stretch === null ? null : { type: 'street', stretch };
    }
    const building = buildings
      .peek()
      .find(({ outline }) => contains(outline.coordinates[0] ?? [], place));
    if (building !== undefined) return buildingPick(building.name, building.outline);
    const reached = homeThings.peek().map((home) => ({ ...home, reachPx: HOME_REACH_PX }));
    const home = nearestThing(map, place, reached);
    return home === null ? null : blockPick([home.position]);
  }

  /** Mark a corner of a field; at the second all in it is taken. */
  #mark(place: L.LatLng): void {
    if (boxing.peek() === 'first') {
      this.#corner = place;
      boxing.value = 'second';
      spoken.value = messages.peek().editing.pick.boxSecond;
      return;
    }
    // A finger has not moved over the map since the first corner.
    this.#stretch(place);
    boxing.value = 'off';
    this.#takePointed();
  }

  /** What a box over several homes would take, while it is drawn. */
  #stretch(place: L.LatLng): void {
    const bounds = L.latLngBounds(this.#corner ?? place, place);
    this.#box.setBounds(bounds).addTo(this.#view.map);
    const inside = homeThings
      .peek()
      .filter(
        (home) =>
          home.type === 'home' && home.residents > 0 && bounds.contains(latLng(home.position)),
      );
    pointedAt.value = blockPick(inside.map((home) => home.position));
  }

  #release(): void {
    if (this.#corner === null || boxing.peek() !== 'off') return;
    const found = this.#box.getBounds().isValid() && this.#view.map.hasLayer(this.#box);
    this.#drop();
    if (!found) return;
    // The click that ends the box takes nothing more.
    this.#boxed = true;
    setTimeout(() => {
      this.#boxed = false;
    }, 0);
    this.#takePointed();
  }

  #takePointed(): void {
    const pick = pointedAt.peek();
    if (pick === null) spoken.value = messages.peek().editing.pick.nothing;
    else take(pick);
  }

  #drop(): void {
    this.#corner = null;
    this.#box.remove();
  }

  #metres(place: L.LatLng, px: number): number {
    const { map } = this.#view;
    const edge = map.latLngToContainerPoint(place).add(L.point(px, 0));
    return place.distanceTo(map.containerPointToLatLng(edge));
  }
}

function sameThing(one: Pick | null, other: Pick | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.type === 'street' && other.type === 'street') {
    return one.stretch.ids[0] === other.stretch.ids[0] || one.stretch.piece === other.stretch.piece;
  }
  return (
    one.type === other.type &&
    one.type !== 'street' &&
    other.type !== 'street' &&
    JSON.stringify(one.polygon) === JSON.stringify(other.polygon)
  );
}

function contains(ring: readonly (readonly number[])[], { lat, lng }: L.LatLng): boolean {
  let inside = false;
  ring.forEach(([ax = 0, ay = 0], index) => {
    const [bx = 0, by = 0] = ring[(index + 1) % ring.length] ?? [];
    if (ay > lat !== by > lat && lng < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
  });
  return inside;
}
