import { computed } from '@preact/signals';
import { resetPrices, setPrice } from '../core/actions/change-settings';
import { act, proposal } from './workspace';

/** The indicator whose parameters belong to the proposal: whoever opens it sees the same prices. */
export const COST = 'cost';

const NONE: Readonly<Record<string, number>> = {};

/** The open proposal's own unit prices and shares; what is not here is at the service's default. */
export const ownPrices = computed(() => proposal.value?.settings?.cost ?? NONE);

/** Set a unit price of the open proposal; null gives it back its default. */
export function setOwnPrice(name: string, value: number | null): void {
  if ((ownPrices.peek()[name] ?? null) !== value) act((present) => setPrice(present, name, value));
}

export function resetOwnPrices(): void {
  act(resetPrices);
}
