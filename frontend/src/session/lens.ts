import { signal } from '@preact/signals';
import type { Lens } from '../core/indicator-row';

export const DEFAULT_LENS: Lens = { mode: 'walk', category: 'school', cutoffMin: 10 };

export const lens = signal<Lens>(DEFAULT_LENS);

/** True while the reader holds the key or button that shows the place as it is today. */
export const showingBefore = signal(false);

export function changeLens(change: Partial<Lens>): void {
  lens.value = { ...lens.peek(), ...change };
}
