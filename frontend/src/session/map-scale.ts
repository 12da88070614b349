import { signal } from '@preact/signals';

/** Metres on the ground under one pixel in the middle of the map; null before it has a place. */
export const metresPerPx = signal<number | null>(null);
