import { computed, effect } from '@preact/signals';
import * as L from 'leaflet';
import { defaultProperties, KIND_DEFINITIONS, type Kind, type Shape } from '../core/kinds';
import { StreetGrid } from '../core/nearest-street';
import { newId } from '../core/new-id';
import type { DrawnGeometry } from '../core/proposal';
import { messages } from '../i18n/language';
import { interventionName } from '../i18n/names';
import { GeomanAdapter } from '../map/draw/geoman-adapter';
import { latLng, position } from '../map/lat-lngs';
import type { MapView } from '../map/map-view';
import { nearestThing } from '../map/nearest-thing';
import { EMPTY_SKETCH, sketch, spoken, tool } from '../session/drawing';
import { finishPicking, isPicking, PICKING_KINDS, taken } from '../session/picking';
import { placeLayers } from '../session/place';
import { facilityThings, inspected } from '../session/things';
import { addAndSelect, locked, selectedId } from '../session/workspace';

/** The hand reaches this far for a street. */
const SNAP_PX = 12;
const SNAPPING_KINDS: ReadonlySet<Kind> = new Set(['connection', 'crossing', 'closure', 'change']);

export function chooseTool(kind: Kind | null): void {
  if (kind === null || locked.peek()) {
    tool.value = null;
    return;
  }
  const definition = KIND_DEFINITIONS.find((each) => each.kind === kind);
  const [shape] = definition?.shapes ?? [];
  if (shape === undefined) return;
  selectedId.value = null;
  inspected.value = null;
  const pick = PICKING_KINDS.has(kind);
  tool.value = { kind, shape, properties: defaultProperties(kind), pick };
}

export function chooseShape(shape: Shape): void {
  const active = tool.peek();
  if (active !== null) tool.value = { ...active, shape, pick: false };
}

/** Point at what is there, instead of drawing. */
export function choosePick(): void {
  const active = tool.peek();
  if (active !== null) tool.value = { ...active, pick: true };
}

export function cancelDrawing(): void {
  if (tool.peek() === null) return;
  if (isPicking.peek() && taken.peek().length > 0) {
    finishPicking();
    return;
  }
  tool.value = null;
  spoken.value = messages.peek().draw.cancelled;
}

/** Draws with whatever tool is in hand, by mouse, touch or crosshair. */
export class DrawMode {
  readonly adapter: GeomanAdapter;
  readonly #view: MapView;
  readonly #grid = computed(
    () =>
      new StreetGrid(
        (placeLayers.value.streets?.features ?? [])
          .filter(({ properties }) => properties.street_class !== 'motorway')
          .map(({ geometry }) => geometry),
      ),
  );

  constructor(view: MapView) {
    this.#view = view;
    this.adapter = new GeomanAdapter(view.map, {
      onSketch: (vertices, pointer) => {
        const grown = vertices.length - sketch.peek().vertices.length;
        sketch.value = { vertices, pointer };
        if (grown > 0) spoken.value = messages.peek().draw.pointSet(vertices.length);
        if (grown < 0) spoken.value = messages.peek().draw.pointRemoved;
      },
      onFinish: (geometry) => this.#finish(geometry),
      onCancel: cancelDrawing,
      bend: (place) => this.#bend(place),
    });
    const inHand = computed(() => inHandWords());
    effect(() => {
      inHand.value;
      this.#take();
    });
    view.map.on('mousemove', ({ latlng }) => this.#pointWithPoint(latlng));
    view.map.on('click', ({ latlng }) => this.#placePoint(latlng));
  }

  /** Set a point where the crosshair is; Enter twice at one place ends the shape. */
  addAtCrosshair(): void {
    this.adapter.pointAt(this.#view.map.getCenter());
    const place = this.#view.map.getCenter();
    if (this.adapter.drawing) this.adapter.addAt(place);
    else this.#view.map.fire('click', { latlng: place });
  }

  pointAtCrosshair(): void {
    this.adapter.pointAt(this.#view.map.getCenter());
  }

  /** True when the crosshair stands on the last point set. */
  get crosshairOnLast(): boolean {
    const last = this.adapter.vertices.at(-1);
    if (last === undefined) return false;
    const { map } = this.#view;
    const here = map.latLngToContainerPoint(this.#bend(map.getCenter()));
    return here.distanceTo(map.latLngToContainerPoint(latLng(last))) < 2;
  }

  finish(): void {
    if (isPicking.peek()) {
      cancelDrawing();
      return;
    }
    if (!this.adapter.finish()) spoken.value = messages.peek().draw.tooFewPoints;
  }

  #take(): void {
    const active = tool.peek();
    this.adapter.stop();
    sketch.value = EMPTY_SKETCH;
    this.#view.map.getContainer().classList.toggle('is-drawing', active !== null);
    if (active !== null && active.shape !== 'Point' && !active.pick)
      this.adapter.start(active.shape);
  }

  #bend(place: L.LatLng): L.LatLng {
    const active = tool.peek();
    if (active === null || !SNAPPING_KINDS.has(active.kind)) return place;
    const { map } = this.#view;
    const edge = map.containerPointToLatLng(
      map.latLngToContainerPoint(place).add(L.point(SNAP_PX, 0)),
    );
    const found = this.#grid.value.nearest(position(place), place.distanceTo(edge));
    return found === null ? place : latLng(found.place);
  }

  #pointWithPoint(place: L.LatLng): void {
    const active = tool.peek();
    if (active === null || active.shape !== 'Point' || active.kind === 'facility_removal') return;
    sketch.value = { vertices: [], pointer: position(this.#bend(place)) };
  }

  #placePoint(place: L.LatLng): void {
    const active = tool.peek();
    if (active === null || active.shape !== 'Point') return;
    if (active.kind === 'facility_removal') {
      this.#removeFacility(place);
      return;
    }
    this.#finish({ type: 'Point', coordinates: position(this.#bend(place)) });
  }

  #removeFacility(place: L.LatLng): void {
    const active = tool.peek();
    const found = nearestThing(this.#view.map, place, facilityThings.peek());
    if (active === null) return;
    if (found === null) {
      spoken.value = messages.peek().draw.pickNone;
      return;
    }
    const { id: facility_id, category, name } = found;
    tool.value = { ...active, properties: { ...active.properties, facility_id, category, name } };
    this.#finish({ type: 'Point', coordinates: found.position });
  }

  #finish(geometry: DrawnGeometry): void {
    const active = tool.peek();
    if (active === null) return;
    const { properties } = active;
    const drawn = { type: 'Feature', id: newId(), geometry, properties } as const;
    tool.value = null;
    addAndSelect(drawn);
    const words = messages.peek();
    spoken.value = words.draw.finished(interventionName(drawn, words));
  }
}

/** A change of properties is no other tool in hand. */
function inHandWords(): string {
  const active = tool.value;
  return active === null ? '' : `${active.kind} ${active.shape} ${active.pick}`;
}
