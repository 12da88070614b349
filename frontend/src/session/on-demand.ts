import { computed, effect, signal, untracked } from '@preact/signals';
import { assessMeasures } from '../api/assess';
import { isAbort, ServiceAway } from '../api/problem';
import type { IndicatorRow } from '../core/indicator-row';
import type { Intervention } from '../core/proposal';
import { answer } from './assessment';
import { areaId } from './place';
import { loadRegistry, registry } from './registry';
import { type Settings, settings } from './settings';
import { loadWalkers, walker } from './walker';
import { interventions } from './workspace';

/** Numbers too heavy for every edit, asked for by the card (a group of the registry) they stand in. */
export interface Demand {
  readonly state: 'working' | 'ready' | 'failed' | 'away';
  /** The last numbers that came; while new ones are worked out they are kept. */
  readonly rows: readonly IndicatorRow[];
  readonly asked: Asked | null;
  readonly tookMs: number;
  readonly why: string;
}

/** What the numbers are an answer to. */
interface Asked {
  readonly area: string;
  readonly drawn: readonly Intervention[];
  readonly settings: Settings;
  readonly walker: string | null;
}

export const demands = signal<ReadonlyMap<number, Demand>>(new Map());

/** What came this soon is worked out anew with each edit; the rest waits for the person. */
const QUICK_MS = 700;
const REST_MS = 800;
let resting: ReturnType<typeof setTimeout> | undefined;
const running = new Map<number, AbortController>();

/** Every number that belongs to what is drawn now, those on demand included. */
export const allRows = computed<readonly IndicatorRow[]>(() => [
  ...(answer.value?.indicators ?? []),
  ...[...demands.value.values()].flatMap((demand) => (isFresh(demand) ? demand.rows : [])),
]);

export function isFresh({ asked }: Demand): boolean {
  return (
    asked !== null &&
    asked.area === areaId.value &&
    asked.drawn === interventions.value &&
    asked.settings === settings.value &&
    asked.walker === (walker.value?.id ?? null)
  );
}

/** Which of a group are only worked out on demand. */
export function heavyOf(group: number): readonly string[] {
  return registry.value
    .filter((measure) => measure.group === group && !measure.live)
    .map(({ id }) => id);
}

/** Questions that would have nothing to say while the person draws: asked once without being told. */
function silentGroups(): readonly number[] {
  const live = new Set(registry.peek().flatMap((measure) => (measure.live ? [measure.group] : [])));
  const all = new Set(registry.peek().map(({ group }) => group));
  return [...all].filter((group) => !live.has(group));
}

/** Work out what is heavy in a group, for what is drawn now. */
export async function demand(group: number): Promise<void> {
  const area = areaId.peek();
  const ids = heavyOf(group);
  if (area === null || ids.length === 0) return;
  running.get(group)?.abort();
  const current = new AbortController();
  running.set(group, current);
  const asked: Asked = {
    area,
    drawn: interventions.peek(),
    settings: settings.peek(),
    walker: walker.peek()?.id ?? null,
  };
  const kept = demands.peek().get(group);
  const before = { rows: kept?.rows ?? [], asked: kept?.asked ?? null, tookMs: kept?.tookMs ?? 0 };
  put(group, { ...before, state: 'working', why: '' });
  try {
    const began = performance.now();
    const given = await assessMeasures({ ...asked, indicators: ids, signal: current.signal });
    if (current.signal.aborted) return;
    const tookMs = performance.now() - began;
    const told: Demand = { state: 'ready', rows: given.indicators, asked, tookMs, why: '' };
    put(group, told);
    // Drawn on meanwhile: the answer to that edit came while this one was awaited, and asked nothing.
    if (!isFresh(told)) refresh();
  } catch (error) {
    if (current.signal.aborted || isAbort(error)) return;
    const away = error instanceof ServiceAway;
    const why = error instanceof Error ? error.message : String(error);
    put(group, { ...before, state: away ? 'away' : 'failed', why });
  }
}

/** Stop waiting; numbers that were there before are shown again. */
export function stopDemand(group: number): void {
  running.get(group)?.abort();
  const kept = demands.peek().get(group);
  put(group, kept?.asked ? { ...kept, state: 'ready' } : null);
}

/** Drop the numbers of another area; refresh quick ones once the live answer is there. */
export function keepDemanded(): void {
  effect(() => {
    areaId.value;
    for (const controller of running.values()) controller.abort();
    running.clear();
    demands.value = new Map();
  });
  effect(() => {
    if (answer.value !== null && registry.value.length > 0) untracked(refresh);
    else if (answer.value !== null) void loadRegistry();
  });
}

/** What is quick follows every edit at once; a silent card follows when the hand rests. */
function refresh(): void {
  void loadWalkers();
  const silent = silentGroups();
  clearTimeout(resting);
  for (const group of new Set([...silent, ...demands.peek().keys()])) {
    const kept = demands.peek().get(group);
    if (kept === undefined) void demand(group);
    else if (kept.state !== 'ready' || isFresh(kept)) continue;
    else if (kept.tookMs <= QUICK_MS) void demand(group);
    else if (silent.includes(group)) resting = setTimeout(() => void demand(group), REST_MS);
  }
}

function put(group: number, next: Demand | null): void {
  const all = new Map(demands.peek());
  if (next === null) all.delete(group);
  else all.set(group, next);
  demands.value = all;
}
