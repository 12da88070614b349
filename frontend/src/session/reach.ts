import { computed, effect, signal, untracked } from '@preact/signals';
import type { Position } from 'geojson';
import { isAbort, ServiceAway } from '../api/problem';
import { type Direction, type Ring, reachDrawn, reachToday } from '../api/travel';
import { answer } from './assessment';
import { lens } from './lens';
import { areaId } from './place';
import { theme } from './theme';
import { travel } from './travel';
import { walker } from './walker';
import { interventions } from './workspace';

/** The theme of the map that tells how far one gets from a point. */
export const REACH = 'reach';
/** One ring per time, the nearest first; a bus takes one further than to the corner. */
export const reachMinutes = computed<readonly number[]>(() =>
  lens.value.mode === 'transit' ? [15, 30, 45] : [5, 10, 15],
);

/** Rings as the place is today, and with what is drawn. */
export interface Reach {
  readonly before: readonly Ring[];
  readonly after: readonly Ring[];
}

export const reachFrom = signal<Position | null>(null);
export const reachDirection = signal<Direction>('from');
export const reachState = signal<'idle' | 'working' | 'ready' | 'away' | 'refused'>('idle');
export const reachTrouble = signal('');
const told = signal<Reach | null>(null);

export const reach = computed(() => (theme.value === REACH ? told.value : null));

/** Ask from this point on; the map tells it from now. */
export function showReachFrom(place: Position): void {
  theme.value = REACH;
  reachFrom.value = place;
}

let running: AbortController | null = null;

/** Ask anew for another point, way of moving or direction, and once an edit has been answered. */
export function keepReach(): void {
  effect(() => {
    areaId.value;
    reachFrom.value = null;
  });
  effect(() => {
    lens.value.mode;
    travel.value;
    walker.value;
    reachDirection.value;
    const ready = answer.value !== null;
    const place = theme.value === REACH ? reachFrom.value : null;
    running?.abort();
    if (place === null) {
      told.value = null;
      reachState.value = 'idle';
    } else if (ready) untracked(() => void askReach());
  });
}

export async function askReach(): Promise<void> {
  const area = areaId.peek();
  const place = reachFrom.peek();
  if (area === null || place === null) return;
  running?.abort();
  const current = new AbortController();
  running = current;
  reachState.value = 'working';
  const question = {
    area,
    place,
    mode: lens.peek().mode,
    minutes: reachMinutes.peek(),
    departure: travel.peek().departure,
    direction: reachDirection.peek(),
    walker: walker.peek()?.id ?? null,
    signal: current.signal,
  };
  const drawn = interventions.peek();
  try {
    const [before, after] = await Promise.all([
      reachToday(question),
      drawn.length === 0 ? null : reachDrawn(question, drawn),
    ]);
    if (current.signal.aborted) return;
    told.value = { before, after: after ?? before };
    reachState.value = 'ready';
  } catch (error) {
    if (current.signal.aborted || isAbort(error)) return;
    told.value = null;
    reachTrouble.value = error instanceof Error ? error.message : String(error);
    reachState.value = error instanceof ServiceAway ? 'away' : 'refused';
  }
}
