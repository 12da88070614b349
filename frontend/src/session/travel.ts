import { computed, signal } from '@preact/signals';
import type { StreetMode } from '../core/modes';
import { travelBy, USUAL_WHEN, type When } from '../core/travel';
import { lens } from './lens';
import { walker } from './walker';

/** When one sets out by bus and train. */
export const when = signal<When>(USUAL_WHEN);

/** How one gets to the first stop, as it was chosen. */
export const chosenToStop = signal<StreetMode>('walk');

/** How one gets there: the eyes of another are a way of walking. */
export const toStop = computed<StreetMode>(() =>
  walker.value === null ? chosenToStop.value : 'walk',
);

/** What the numbers are asked for; equal as long as nothing of it is another. */
const askedMode = computed(() => lens.value.mode);
export const travel = computed(() => travelBy(askedMode.value, when.value, toStop.value));
