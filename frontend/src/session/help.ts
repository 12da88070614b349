import { signal } from '@preact/signals';

/** Whether the list of keys lies open. */
export const keyListOpen = signal(false);
