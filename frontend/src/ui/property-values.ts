import type { JsonValue } from '../core/proposal';

export function textOf(value: JsonValue | undefined, usual: string): string {
  return typeof value === 'string' ? value : usual;
}

export function numberOf(value: JsonValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}
