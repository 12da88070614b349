import { computed, effect, signal } from '@preact/signals';
import {
  changeUnderlay,
  type PlanUnderlay,
  type Underlay,
  type UnderlayChange,
} from '../core/underlay';
import { areaId } from './place';
import { deleteUnderlay, readUnderlays, writeUnderlay } from './underlay-store';

/** What lies under the drawing in this area, oldest first. */
export const underlays = signal<readonly Underlay[]>([]);
export const chosenUnderlayId = signal<string | null>(null);
/** Whether the browser could not keep what was put there: it is gone when the page closes. */
export const underlaysUnkept = signal(false);

export const chosenPlan = computed<PlanUnderlay | null>(() => {
  const found = underlays.value.find(({ id }) => id === chosenUnderlayId.value);
  return found?.type === 'plan' ? found : null;
});

const SETTLE_MS = 250;
const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/** Bring the underlays of each area that is opened. */
export function keepUnderlays(): void {
  effect(() => {
    const area = areaId.value;
    underlays.value = [];
    chosenUnderlayId.value = null;
    if (area !== null) void bring(area);
  });
  window.addEventListener('pagehide', () => {
    for (const id of [...waiting.keys()]) void write(id);
  });
}

async function bring(area: string): Promise<void> {
  try {
    const kept = await readUnderlays(area);
    if (area !== areaId.peek()) return;
    const here = new Set(underlays.peek().map(({ id }) => id));
    underlays.value = [...kept.filter(({ id }) => !here.has(id)), ...underlays.peek()];
  } catch {
    // A browser without a store has none to bring; what is put there now is told of when it is.
  }
}

export function addUnderlay(underlay: Underlay): void {
  underlays.value = [...underlays.peek(), underlay];
  keep(underlay.id, 0);
}

export function alterUnderlay(id: string, change: UnderlayChange): void {
  underlays.value = changeUnderlay(underlays.peek(), id, change);
  keep(id, SETTLE_MS);
}

export function removeUnderlay(id: string): void {
  clearTimeout(waiting.get(id));
  waiting.delete(id);
  underlays.value = underlays.peek().filter((one) => one.id !== id);
  if (chosenUnderlayId.peek() === id) chosenUnderlayId.value = null;
  deleteUnderlay(id).catch(() => {
    underlaysUnkept.value = true;
  });
}

/** A slider sends a change for every step; only where it rests is written. */
function keep(id: string, delayMs: number): void {
  clearTimeout(waiting.get(id));
  waiting.set(
    id,
    setTimeout(() => void write(id), delayMs),
  );
}

async function write(id: string): Promise<void> {
  clearTimeout(waiting.get(id));
  waiting.delete(id);
  const underlay = underlays.peek().find((one) => one.id === id);
  if (underlay === undefined) return;
  try {
    await writeUnderlay(underlay);
  } catch {
    underlaysUnkept.value = true;
  }
}
