import { computed } from '@preact/signals';
import type { DrawnGeometry, InterventionProperties } from '../core/proposal';
import type { HomePoints } from '../core/residents-inside';
import { pricedItems, roughCostKr } from '../core/rough-cost';
import { answer } from './assessment';
import { registry } from './registry';
import { settings } from './settings';

const NO_HOMES: HomePoints = { lon: [], lat: [], residents: [] };

/** Where people live today, as the last answer told. */
export const homePoints = computed<HomePoints>(() => answer.value?.homes ?? NO_HOMES);

const defaults = computed(() => registry.value.find(({ id }) => id === 'cost')?.parameters ?? {});

/** A unit price: the person's own, otherwise the service's. */
export function unitPriceKr(name: string): number | null {
  const own = settings.value.cost?.[name];
  if (own !== undefined) return own;
  const usual = defaults.value[name]?.default;
  return typeof usual === 'number' ? usual : null;
}

interface Drawn {
  readonly geometry: DrawnGeometry;
  readonly properties: InterventionProperties;
}

/** What one change would cost; null where nothing of it has a price. */
export function roughCostOf(drawn: Drawn, changedM: number | null): number | null {
  const ground = { homes: homePoints.value, changedLengthM: changedM };
  return roughCostKr(pricedItems(drawn, ground), unitPriceKr);
}
