import { signal } from '@preact/signals';
import type * as L from 'leaflet';
import { changeGeometry } from '../core/actions/change-geometry';
import { moveBy } from '../core/nudge';
import type { DrawnGeometry, Intervention } from '../core/proposal';
import { messages } from '../i18n/language';
import type { DrawnLayer } from '../map/drawn-layer';
import type { MapView } from '../map/map-view';
import { cutting } from '../session/cutting';
import { spoken, tool } from '../session/drawing';
import { stopNudging } from '../session/nudge';
import { act, locked, selectedId } from '../session/workspace';

/** True while a whole shape is in the hand: its points are no handles then. */
export const draggingShape = signal(false);

/** A click that shakes is no drag. */
const LEAST_PX = 4;
const METRES_PER_DEGREE = 111_195;

/** Moves the whole of a selected line or surface with the mouse, a finger or a pen. */
export class DragShape {
  readonly #view: MapView;
  readonly #drawn: DrawnLayer;
  #end: (() => void) | null = null;

  constructor(view: MapView, drawn: DrawnLayer) {
    this.#view = view;
    this.#drawn = drawn;
  }

  /** The hand is on a shape; it moves once it has gone some pixels. */
  grab(shape: Intervention, event: PointerEvent): void {
    const free = !locked.peek() && tool.peek() === null && cutting.peek() === null;
    if (!free || shape.id !== selectedId.peek() || event.button !== 0 || !event.isPrimary) return;
    this.#end?.();
    const { map } = this.#view;
    const start = map.mouseEventToLatLng(event);
    const pans = map.dragging.enabled();
    map.dragging.disable();
    let moved: DrawnGeometry | null = null;
    let offset = { eastM: 0, northM: 0 };
    const move = (next: PointerEvent) => {
      const away = Math.hypot(next.clientX - event.clientX, next.clientY - event.clientY);
      if (!next.isPrimary || (moved === null && away < LEAST_PX)) return;
      if (moved === null) this.#begin();
      offset = metresBetween(start, map.mouseEventToLatLng(next));
      moved = moveBy(shape.geometry, null, offset.eastM, offset.northM);
      this.#drawn.preview(shape.id, moved);
    };
    const drop = () => {
      this.#end?.();
      if (moved === null) return;
      swallowClick();
      settle(shape, moved, offset);
    };
    const cancel = () => {
      this.#end?.();
      this.#drawn.preview(shape.id, shape.geometry);
      spoken.value = messages.peek().editing.drag.cancelled;
    };
    const key = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape' || moved === null) return;
      pressed.stopPropagation();
      moved = null;
      cancel();
      window.addEventListener('pointerup', swallowClick, { once: true });
    };
    this.#end = this.#listen({ move, drop, cancel, key }, pans);
  }

  #begin(): void {
    stopNudging();
    draggingShape.value = true;
    this.#view.map.getContainer().classList.add('is-moving-shape');
  }

  /** Follow the pointer wherever it goes; the answer puts everything back. */
  #listen({ move, drop, cancel, key }: Hand, pans: boolean): () => void {
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', key, true);
    return () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', key, true);
      if (pans) this.#view.map.dragging.enable();
      this.#view.map.getContainer().classList.remove('is-moving-shape');
      draggingShape.value = false;
      this.#end = null;
    };
  }
}

interface Hand {
  readonly move: (event: PointerEvent) => void;
  readonly drop: () => void;
  readonly cancel: () => void;
  readonly key: (event: KeyboardEvent) => void;
}

function settle(
  shape: Intervention,
  geometry: DrawnGeometry,
  { eastM, northM }: { eastM: number; northM: number },
): void {
  act((present) => changeGeometry(present, shape.id, geometry));
  spoken.value = messages.peek().nudge.moved(Math.round(eastM), Math.round(northM));
}

function metresBetween(from: L.LatLng, to: L.LatLng): { eastM: number; northM: number } {
  const perLon = METRES_PER_DEGREE * Math.cos((from.lat * Math.PI) / 180);
  return {
    eastM: (to.lng - from.lng) * perLon,
    northM: (to.lat - from.lat) * METRES_PER_DEGREE,
  };
}

/** The click that ends a drag asks about nothing, wherever the pointer was let go. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation();
  window.addEventListener('click', swallow, true);
  setTimeout(() => window.removeEventListener('click', swallow, true), 0);
}
