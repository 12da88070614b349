import { computed, signal } from '@preact/signals';
import type { Lens } from '../core/indicator-row';
import { alongStreets, type Mode, STREET_MODES } from '../core/modes';

export const DEFAULT_LENS: Lens = { mode: 'walk', category: 'school', cutoffMin: 10 };

export const lens = signal<Lens>(DEFAULT_LENS);

/** How the layers that go along streets are looked at. */
export const streetMode = computed(() => alongStreets(lens.value.mode));

/** What the numbers are asked for: by timetable only while somebody looks at that. */
export const askedModes = computed<readonly Mode[]>(() =>
  lens.value.mode === 'transit' ? [...STREET_MODES, 'transit'] : STREET_MODES,
);

/** True while the reader holds the key or button that shows the place as it is today. */
export const showingBefore = signal(false);

export function changeLens(change: Partial<Lens>): void {
  lens.value = { ...lens.peek(), ...change };
}
