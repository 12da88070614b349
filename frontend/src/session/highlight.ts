import { signal } from '@preact/signals';

/** The drawn change that is pointed at, on the map or in a list; the other place marks it too. */
export const highlightedId = signal<string | null>(null);
