import type { NumberedPhase } from '../core/phases';
import type { Messages } from './da';

/** A phase in full: “Trin 2: projekter (2028)”. */
export function phaseName({ number, name, year }: NumberedPhase, messages: Messages): string {
  const words = messages.phases;
  const said = name.trim() === '' ? (words.usualNames[number - 1] ?? '') : name.trim();
  const full = said === '' ? words.step(number) : words.named(number, said);
  return year === undefined ? full : words.year(full, String(year));
}
