import { computed, effect, signal } from '@preact/signals';
import { isAbort } from '../api/problem';
import { readTimetable, type Timetable } from '../api/timetable';
import type { Kind } from '../core/kinds';
import { type StopService, serviceAt } from '../core/stop-service';
import { answer } from './assessment';
import { tool } from './drawing';
import { areaId } from './place';
import { SERVICE } from './service-near';
import { theme } from './theme';
import { inspected, stopThings } from './things';
import { selected } from './workspace';

/** What is drawn of buses and trains. */
export const TRANSIT_KINDS: ReadonlySet<string> = new Set<Kind>([
  'stop',
  'service',
  'service_change',
]);

/** What runs in the place, once somebody looks at it. */
export const timetable = signal<Timetable | null>(null);

const wanted = computed(
  () =>
    theme.value === SERVICE ||
    inspected.value?.type === 'stop' ||
    TRANSIT_KINDS.has(tool.value?.kind ?? '') ||
    TRANSIT_KINDS.has(selected.value?.properties.kind ?? ''),
);
/** What leaves from the stop that was asked about; null until it is known, or where nothing does. */
export const inspectedService = computed<StopService | null>(() => {
  const thing = inspected.value;
  const stops = timetable.value?.stops.features;
  if (thing?.type !== 'stop' || stops === undefined) return null;
  const places = stopThings.value.map(({ position }) => position);
  return serviceAt(thing.position, places, stops);
});

/** Another dataset may hold another timetable. */
const dataset = computed(() => answer.value?.dataset ?? null);

export function keepTimetable(): void {
  let running: AbortController | null = null;
  let held = '';
  effect(() => {
    const area = areaId.value;
    const name = `${area} ${dataset.value}`;
    if (name !== held) timetable.value = null;
    if (area === null || !wanted.value || (name === held && timetable.peek() !== null)) return;
    held = name;
    running?.abort();
    const current = new AbortController();
    running = current;
    readTimetable(area, current.signal).then(
      (told) => {
        if (!current.signal.aborted) timetable.value = told;
      },
      (error: unknown) => {
        // Nothing is shown of it until it is asked for again.
        if (!isAbort(error)) held = '';
      },
    );
  });
}
