import { signal } from '@preact/signals';
import { type IndicatorMethod, readIndicators } from '../api/indicators';

/** The service's own list of what is computed and how. */
export const registry = signal<readonly IndicatorMethod[]>([]);

export async function loadRegistry(): Promise<void> {
  if (registry.peek().length > 0) return;
  try {
    registry.value = await readIndicators();
  } catch {
    // Asked for again with the next answer, or when a method or the table is opened.
  }
}

export function methodOf(indicator: string): IndicatorMethod | undefined {
  return registry.value.find(({ id }) => id === indicator);
}
