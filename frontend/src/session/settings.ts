import { computed, signal } from '@preact/signals';
import { COST, ownPrices, setOwnPrice } from './proposal-prices';

/** Parameters set otherwise than by default: by indicator, by name. */
export type Settings = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What this reader set; unit prices belong to the proposal instead. */
const readersOwn = signal<Settings>({});

export const settings = computed<Settings>(() => withPrices(ownPrices.value));

/** What the reader set, with the unit prices of some proposal. */
export function withPrices(prices: Readonly<Record<string, number>>): Settings {
  return Object.keys(prices).length === 0
    ? readersOwn.value
    : { ...readersOwn.value, [COST]: prices };
}

export function isSet(indicator: string): boolean {
  return settings.value[indicator] !== undefined;
}

/** Set one parameter; null gives it back its default. */
export function setParameter(indicator: string, name: string, value: number | null): void {
  if (indicator === COST) {
    setOwnPrice(name, value);
    return;
  }
  const { [indicator]: own = {}, ...others } = readersOwn.peek();
  const { [name]: _, ...rest } = own;
  const next = value === null ? rest : { ...rest, [name]: value };
  readersOwn.value = Object.keys(next).length === 0 ? others : { ...others, [indicator]: next };
}
