import { effect } from '@preact/signals';
import * as L from 'leaflet';
import { changeGeometry } from '../core/actions/change-geometry';
import { travelTimes } from '../core/home-values';
import { formatDuration, formatLength, formatNumber } from '../i18n/format';
import { messages } from '../i18n/language';
import { markSentence } from '../i18n/mark-words';
import { categoryName } from '../i18n/names';
import { streetTitle } from '../i18n/pick-words';
import type { GeomanAdapter } from '../map/draw/geoman-adapter';
import type { DrawnLayer } from '../map/drawn-layer';
import { latLng, position } from '../map/lat-lngs';
import type { MapView } from '../map/map-view';
import { nearestThing } from '../map/nearest-thing';
import { answer } from '../session/assessment';
import { takePlace } from '../session/comment-writing';
import { cutting } from '../session/cutting';
import { spoken, tool } from '../session/drawing';
import { visibleLayers } from '../session/layers';
import { lens } from '../session/lens';
import { marks } from '../session/marks';
import { placeTaker } from '../session/place-taker';
import { REACH, showReachFrom } from '../session/reach';
import { streetPicker } from '../session/streets';
import { theme } from '../session/theme';
import { facilityThings, homeThings, inspected, stopThings, type Thing } from '../session/things';
import { act, locked, selected, selectedId } from '../session/workspace';
import { draggingShape } from './drag-shape';

/** A click this near a street means it. */
const STREET_REACH_PX = 8;

/** Pointing at things, asking about them, and reshaping what is selected. */
export class SelectMode {
  readonly #view: MapView;
  readonly #tooltip = L.tooltip({ direction: 'top', offset: [0, -8], className: 'thing-tip' });
  readonly #mark: L.CircleMarker;
  #hovered: Thing | null = null;

  constructor(view: MapView, adapter: GeomanAdapter, drawn: DrawnLayer) {
    this.#view = view;
    this.#mark = L.circleMarker([0, 0], {
      renderer: view.renderer('joins'),
      radius: 11,
      className: 'inspected-mark',
      interactive: false,
      pmIgnore: true,
    });
    view.map.on('mousemove', ({ latlng }) => this.#hover(this.#small(latlng)));
    view.map.on('mouseout', () => this.#hover(null));
    effect(() => this.#markInspected(inspected.value));
    this.#keepHandles(adapter, drawn);
  }

  /** Read out what the crosshair stands on. */
  sayAtCrosshair(): void {
    const thing = this.find(this.#view.map.getCenter());
    this.#hover(thing);
    if (thing !== null) spoken.value = messages.peek().map.at(nameOf(thing));
  }

  ask(place: L.LatLng): void {
    if (placeTaker.peek() !== null) {
      placeTaker.peek()?.(position(place));
      return;
    }
    if (takePlace(position(place))) return;
    selectedId.value = null;
    inspected.value = this.find(place);
    if (theme.peek() === REACH) showReachFrom(position(place));
  }

  /** What a click asks about: something small, otherwise the street below it. */
  find(place: L.LatLng): Thing | null {
    return this.#small(place) ?? this.#street(place);
  }

  #street(place: L.LatLng): Thing | null {
    if (tool.peek() !== null || !visibleLayers.peek().has('streets')) return null;
    const { map } = this.#view;
    const edge = map.latLngToContainerPoint(place).add(L.point(STREET_REACH_PX, 0));
    const withinM = place.distanceTo(map.containerPointToLatLng(edge));
    const at = position(place);
    const stretch = streetPicker.value.pick(at, withinM);
    if (stretch === null) return null;
    const id = stretch.piece.id;
    return { type: 'street', id, stretch, position: at, reachPx: STREET_REACH_PX };
  }

  #small(place: L.LatLng): Thing | null {
    const { map } = this.#view;
    const active = tool.peek();
    const mark = active === null ? nearestThing(map, place, marks.peek()) : null;
    if (mark !== null) return mark;
    const visible = visibleLayers.peek();
    if (active !== null && active.kind !== 'facility_removal') return null;
    const places = visible.has('facilities') ? facilityThings.peek() : [];
    const found = nearestThing(map, place, places);
    if (found !== null || active !== null) return found;
    const stop = nearestThing(map, place, visible.has('stops') ? stopThings.peek() : []);
    return stop ?? nearestThing(map, place, visible.has('homes') ? homeThings.peek() : []);
  }

  #hover(thing: Thing | null): void {
    if (thing === this.#hovered) return;
    this.#hovered = thing;
    this.#view.map.getContainer().classList.toggle('is-over-thing', thing !== null);
    if (thing === null) {
      this.#tooltip.remove();
      return;
    }
    const text = document.createElement('span');
    text.textContent = nameOf(thing);
    this.#tooltip.setLatLng(latLng(thing.position)).setContent(text).addTo(this.#view.map);
  }

  #markInspected(thing: Thing | null): void {
    // A street is lit along its whole length.
    if (thing === null || thing.type === 'street') this.#mark.remove();
    else this.#mark.setLatLng(latLng(thing.position)).addTo(this.#view.map);
  }

  #keepHandles(adapter: GeomanAdapter, drawn: DrawnLayer): void {
    let own = '';
    effect(() => {
      const chosen = selected.value;
      const free =
        !locked.value && tool.value === null && !draggingShape.value && cutting.value === null;
      if (chosen === null || !free || chosen.geometry.type === 'Point') {
        own = '';
        adapter.endReshape();
        return;
      }
      const { id, geometry } = chosen;
      // A shape that was just let go keeps its handles: new ones would slip from under the hand.
      if (own === id + JSON.stringify(geometry)) return;
      own = id + JSON.stringify(geometry);
      adapter.reshape(
        geometry,
        (preview) => drawn.preview(id, preview),
        (done) => {
          own = id + JSON.stringify(done);
          act((present) => changeGeometry(present, id, done));
        },
      );
    });
  }
}

/** What the tip says: a name, or for a home who lives there and how far they have. */
export function nameOf(thing: Thing): string {
  const words = messages.peek();
  if (thing.type === 'mark') return markSentence(thing.meaning, words);
  if (thing.type === 'street') {
    const length = formatLength(thing.stretch.lengthM, words);
    return `${streetTitle(thing.stretch.piece, words)} · ${length}`;
  }
  if (thing.type === 'facility' || thing.type === 'stop') {
    const kind = categoryName(thing.category, words);
    return thing.name === '' ? kind : `${thing.name} · ${kind}`;
  }
  const residents = Math.round(thing.residents);
  const who = words.homes.residents(residents, formatNumber(residents, words));
  const homes = answer.peek()?.homes;
  const { mode, category } = lens.peek();
  const times = homes ? travelTimes(homes, mode, category) : undefined;
  if (times === undefined) return who;
  const before = times.baseline[thing.index] ?? null;
  const after = times.proposal[thing.index] ?? null;
  const say = (ms: number | null) =>
    ms === null ? words.homes.unreachable : formatDuration(ms, words);
  const what = categoryName(category, words);
  return before === after
    ? `${who} · ${what}: ${say(before)}`
    : `${who} · ${what}: ${say(before)} → ${say(after)}`;
}
