import { computed, signal } from '@preact/signals';
import { readWalkers, type Walker } from '../api/walkers';
import { lens } from './lens';

/** The lenses on walking that the service knows: child, older person, wheelchair, night. */
export const walkers = signal<readonly Walker[]>([]);
/** Through whose eyes walking is seen; null is everyone's. */
export const walkerId = signal<string | null>(null);

/** The lens in force: bikes see the city as it is, and whoever takes the bus walks to it. */
export const walker = computed<Walker | null>(() =>
  lens.value.mode !== 'bike'
    ? (walkers.value.find(({ id }) => id === walkerId.value) ?? null)
    : null,
);

export async function loadWalkers(): Promise<void> {
  if (walkers.peek().length > 0) return;
  try {
    walkers.value = await readWalkers();
  } catch {
    // The switch stays away until the next answer brings the service back.
  }
}
