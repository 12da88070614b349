import { messages } from '../i18n/language';
import { type ComparedColumn, nameOf } from '../session/comparing';

/** “A · Stien til stationen”, “I dag”, or the letter alone while nothing more is known. */
export function columnName({ letter, loaded }: ComparedColumn): string {
  const words = messages.value.comparison;
  if (letter === null) return words.today;
  return loaded.state === 'here' ? `${letter} · ${nameOf(loaded.drawing)}` : words.proposal(letter);
}
