import { signal } from '@preact/signals';

/** The proposal that is only tried out on the tour: nothing of it is stored until it is kept. */
export const trialId = signal<string | null>(null);
