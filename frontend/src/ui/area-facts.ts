import { formatNumber } from '../i18n/format';
import { messages } from '../i18n/language';

/** “988 boliger · 2.100 beboere”, or what is known of it. */
export function areaFacts(homes: number | null, residents: number | null): string {
  const words = messages.value;
  const say = (value: number | null) =>
    value === null ? words.units.unknown : formatNumber(value, words);
  return words.areas.facts(say(homes), say(residents));
}
