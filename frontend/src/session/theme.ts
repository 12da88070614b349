import { computed, effect, signal, untracked } from '@preact/signals';
import type { Position } from 'geojson';
import { assessStreets } from '../api/assess';
import { isAbort, ServiceAway } from '../api/problem';
import {
  chooseColumn,
  columnKey,
  type StreetColumns,
  type StreetValue,
  type StreetValues,
  streetValues,
} from '../core/street-values';
import { changeBreaks, sequentialBreaks } from '../core/value-classes';
import { answer } from './assessment';
import { showingBefore, streetMode } from './lens';
import { areaId, placeLayers } from './place';
import { registry } from './registry';
import { settings } from './settings';
import { swiping } from './swipe';
import { walker } from './walker';
import { interventions } from './workspace';

/** What the map is coloured by: the homes, or an indicator that has a number for every street. */
export const theme = signal<string>('homes');
export type Tell = 'before' | 'after' | 'change';
/** What the streets tell; without anything drawn, or while “before” is held, there is no change. */
const chosenTell = signal<Tell>('change');
const chosenColumn = signal<string | null>(null);
export const streetState = signal<'idle' | 'working' | 'ready' | 'away' | 'failed'>('idle');
const streetAnswer = signal<StreetColumns | null>(null);

export const streetThemes = computed(() => registry.value.filter(({ per_street }) => per_street));

export const streetTell = computed<Tell>(() => {
  if (showingBefore.value) return 'before';
  return interventions.value.length === 0 || swiping.value ? 'after' : chosenTell.value;
});

/** The numbers on the map, and the classes they are drawn in. */
export interface StreetPicture {
  readonly column: StreetValues;
  readonly columns: readonly StreetValues[];
  readonly streets: readonly StreetValue[];
  readonly breaks: ReturnType<typeof sequentialBreaks>;
  readonly changes: ReturnType<typeof changeBreaks>;
}

const lines = computed<ReadonlyMap<string, readonly Position[]>>(
  () =>
    new Map(
      (placeLayers.value.streets?.features ?? []).map(({ id, geometry }) => [
        String(id),
        geometry.coordinates,
      ]),
    ),
);

export const streetPicture = computed<StreetPicture | null>(() => {
  const told = streetAnswer.value;
  const mode = streetMode.value;
  const column = told === null ? null : chooseColumn(told, mode, chosenColumn.value);
  if (told === null || column === null || column.indicator !== theme.value) return null;
  const streets = streetValues(told, column, lines.value);
  const before = streets.map((street) => street.before);
  const after = streets.map((street) => street.after);
  return {
    column,
    columns: told.values.filter((each) => each.mode === mode),
    streets,
    breaks: sequentialBreaks([...before, ...after]),
    changes: changeBreaks(before, after),
  };
});

export function chooseTheme(id: string): void {
  theme.value = id;
}

export function chooseTell(tell: Tell): void {
  chosenTell.value = tell;
}

export function chooseStreetColumn(column: StreetValues): void {
  chosenColumn.value = columnKey(column);
}

let running: AbortController | null = null;

/** Ask for the streets once the live answer to an edit is there, and when the theme changes. */
export function keepTheme(): void {
  effect(() => {
    areaId.value;
    streetAnswer.value = null;
  });
  effect(() => {
    const known = streetThemes.value.some(({ id }) => id === theme.value);
    streetMode.value;
    const ready = answer.value !== null;
    running?.abort();
    if (known && ready) untracked(() => void askStreets());
    else streetState.value = 'idle';
  });
}

export async function askStreets(): Promise<void> {
  const area = areaId.peek();
  if (area === null) return;
  running?.abort();
  const current = new AbortController();
  running = current;
  streetState.value = 'working';
  try {
    const given = await assessStreets({
      area,
      drawn: interventions.peek(),
      settings: settings.peek(),
      walker: walker.peek()?.id ?? null,
      signal: current.signal,
      indicator: theme.peek(),
      mode: streetMode.peek(),
    });
    if (current.signal.aborted) return;
    streetAnswer.value = given.streets;
    streetState.value = 'ready';
  } catch (error) {
    if (current.signal.aborted || isAbort(error)) return;
    streetState.value = error instanceof ServiceAway ? 'away' : 'failed';
  }
}
