import { computed, signal } from '@preact/signals';
import { readSources, type Source } from '../api/places';

/** Where the data comes from; asked for once. */
export const sources = signal<readonly Source[]>([]);

/** Each owner's line as it asks to be named, with the licence, once. */
export const attributions = computed(() => {
  const lines = new Map<string, string>();
  for (const { attribution, licence } of sources.value) {
    if (attribution !== '') lines.set(`${attribution} ${licence}`, `${attribution} (${licence})`);
  }
  return [...lines.values()];
});

export async function loadSources(): Promise<void> {
  if (sources.peek().length > 0) return;
  try {
    sources.value = await readSources();
  } catch {
    // Asked for again when they are needed.
  }
}
