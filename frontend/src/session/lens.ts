import { computed, signal } from '@preact/signals';
import type { Lens } from '../core/indicator-row';
import { alongStreets } from '../core/modes';
import { cutoffFor } from '../core/travel';

export const DEFAULT_LENS: Lens = { mode: 'walk', category: 'school', cutoffMin: 10 };

export const lens = signal<Lens>(DEFAULT_LENS);

/** How the layers that go along streets are looked at. */
export const streetMode = computed(() => alongStreets(lens.value.mode));

/** True while the reader holds the key or button that shows the place as it is today. */
export const showingBefore = signal(false);

export function changeLens(change: Partial<Lens>): void {
  const next = { ...lens.peek(), ...change };
  lens.value = { ...next, cutoffMin: cutoffFor(next.mode, next.cutoffMin) };
}
