import { signal } from '@preact/signals';

/** Parameters set otherwise than by default: by indicator, by name. */
export type Settings = Readonly<Record<string, Readonly<Record<string, number>>>>;

export const settings = signal<Settings>({});

export function isSet(indicator: string): boolean {
  return settings.value[indicator] !== undefined;
}

/** Set one parameter; null gives it back its default. */
export function setParameter(indicator: string, name: string, value: number | null): void {
  const { [indicator]: own = {}, ...others } = settings.peek();
  const { [name]: _, ...rest } = own;
  const next = value === null ? rest : { ...rest, [name]: value };
  settings.value = Object.keys(next).length === 0 ? others : { ...others, [indicator]: next };
}
