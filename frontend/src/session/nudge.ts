import { computed, effect, signal, untracked } from '@preact/signals';
import type { Position } from 'geojson';
import { changeGeometry } from '../core/actions/change-geometry';
import { addAfter, handlesOf, moveBy, removeAt } from '../core/nudge';
import type { DrawnGeometry } from '../core/proposal';
import { messages } from '../i18n/language';
import { spoken, tool } from './drawing';
import { act, locked, selected, selectedId } from './workspace';

/** A selected drawing that is moved without dragging: the whole of it, or one of its points. */
export const nudging = signal<{ readonly part: number | null } | null>(null);
/** Where it stands while the keys are still going; it counts once they rest. */
export const nudged = signal<{ readonly id: string; readonly geometry: DrawnGeometry } | null>(
  null,
);

const REST_MS = 450;
let resting: ReturnType<typeof setTimeout> | undefined;
let moved = { eastM: 0, northM: 0 };

const shape = computed(() => nudged.value?.geometry ?? selected.value?.geometry ?? null);

export const nudgeHandles = computed<readonly Position[]>(() =>
  shape.value === null ? [] : handlesOf(shape.value),
);

/** The point in hand, for the map to mark. */
export const nudgedPoint = computed<Position | null>(() => {
  const part = nudging.value?.part ?? null;
  return part === null ? null : (nudgeHandles.value[part] ?? null);
});

export function keepNudging(): void {
  // Another drawing, a tool in hand or somebody else's version: what was moved counts, and it ends.
  effect(() => {
    selectedId.value;
    tool.value;
    locked.value;
    untracked(stopNudging);
  });
  window.addEventListener('pagehide', settle);
}

export function startNudging(): void {
  if (selected.peek() === null || locked.peek() || tool.peek() !== null) return;
  nudging.value = { part: null };
  spoken.value = messages.peek().nudge.started;
}

export function stopNudging(): void {
  settle();
  nudging.value = null;
}

/** Take the next or the previous point; before the first and after the last comes the whole. */
export function takeNext(step: 1 | -1): void {
  const count = nudgeHandles.peek().length;
  const now = nudging.peek();
  if (now === null || count === 0) return;
  const place = ((now.part ?? -1) + 1 + step + count + 1) % (count + 1);
  take(place === 0 ? null : place - 1);
}

export function take(part: number | null): void {
  settle();
  nudging.value = { part };
  const words = messages.peek().nudge;
  const count = nudgeHandles.peek().length;
  spoken.value = part === null ? words.whole : words.pointOf(part + 1, count);
}

/** Move what is in hand; the drawing changes once, when the keys rest. */
export function nudge(eastM: number, northM: number): void {
  const chosen = selected.peek();
  const now = nudging.peek();
  const from = shape.peek();
  if (chosen === null || now === null || from === null) return;
  const part = from.type === 'Point' ? null : now.part;
  moved = { eastM: moved.eastM + eastM, northM: moved.northM + northM };
  nudged.value = { id: chosen.id, geometry: moveBy(from, part, eastM, northM) };
  clearTimeout(resting);
  resting = setTimeout(settle, REST_MS);
}

export function addPoint(): void {
  reshape((geometry, part) => addAfter(geometry, part), messages.peek().nudge.noNext, 1);
}

export function removePoint(): void {
  reshape((geometry, part) => removeAt(geometry, part), messages.peek().nudge.tooFew, 0);
}

function reshape(
  change: (geometry: DrawnGeometry, part: number) => DrawnGeometry | null,
  refusal: string,
  onwards: number,
): void {
  settle();
  const chosen = selected.peek();
  const part = nudging.peek()?.part ?? null;
  if (chosen === null || part === null) return;
  const next = change(chosen.geometry, part);
  if (next === null) {
    spoken.value = refusal;
    return;
  }
  act((present) => changeGeometry(present, chosen.id, next));
  const count = handlesOf(next).length;
  take(Math.min(part + onwards, count - 1));
}

function settle(): void {
  clearTimeout(resting);
  const waiting = nudged.peek();
  if (waiting === null) return;
  const { eastM, northM } = moved;
  moved = { eastM: 0, northM: 0 };
  nudged.value = null;
  act((present) => changeGeometry(present, waiting.id, waiting.geometry));
  spoken.value = messages.peek().nudge.moved(eastM, northM);
}
