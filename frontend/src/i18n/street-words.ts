import type { StreetPiece } from '../core/street-stretch';
import type { Messages } from './da';

/** A street's own name, otherwise what kind of street it is. */
export function streetName({ name, streetClass }: StreetPiece, messages: Messages): string {
  return name ?? streetClassName(streetClass, messages);
}

export function streetClassName(streetClass: string, messages: Messages): string {
  const classes: Readonly<Record<string, string>> = messages.editing.street.classes;
  return classes[streetClass] ?? streetClass;
}

/** Who may use it, in one sentence. */
export function openFor({ walk, bike }: StreetPiece, messages: Messages): string {
  const words = messages.editing.street;
  if (!walk) return words.bikeOnly;
  if (bike === 'none') return words.walkOnly;
  return bike === 'both' ? words.everyone : words.bikeOneWay;
}
