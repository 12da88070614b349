import type { IndicatorRow } from '../core/indicator-row';
import { language, messages } from '../i18n/language';
import { categoryName, modeName } from '../i18n/names';
import { methodOf } from '../session/registry';
import { toStop, when } from '../session/travel';
import { walker } from '../session/walker';

/** What the registry calls an indicator, in the language of the page. */
export function measureName(id: string): string {
  const method = methodOf(id);
  if (method === undefined) return id;
  return language.value === 'da' ? method.name_da : method.name_en;
}

/** How people move, in the middle of a sentence: “til fods”, “til fods (nat)” through a lens, or when by bus. */
export function moving(mode: string): string {
  const words = messages.value;
  const by = modeName(mode, words).toLocaleLowerCase(words.locale);
  const how =
    mode === 'transit' ? words.travel.setOut(by, when.value, toStop.value === 'bike') : by;
  const seen = mode === 'bike' ? null : walker.value;
  if (seen === null) return how;
  const name =
    words.walkers.short[seen.id] ?? (language.value === 'da' ? seen.name_da : seen.name_en);
  return `${how} (${name.toLocaleLowerCase(words.locale)})`;
}

type Detailed = Pick<IndicatorRow, 'category' | 'mode' | 'cutoff_min' | 'variant'>;

/** To what, how, within how long and in which variant a number is measured. */
export function rowDetail(row: Detailed): string {
  const words = messages.value;
  const { category, mode, cutoff_min: cutoffMin } = row;
  const parts = [
    category === null ? null : categoryName(category, words),
    mode === null ? null : moving(mode),
    cutoffMin === null ? null : words.cutoff(String(cutoffMin)),
    variantName(row),
  ];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

/** A variant is told part by part: a word of its own, an indicator's name, or a number of metres. */
export function variantName({ variant }: Pick<Detailed, 'variant'>): string | null {
  return variant === null ? null : variant.split(' ').map(variantPart).join(' · ');
}

function variantPart(part: string): string {
  const words = messages.value;
  const known: Readonly<Record<string, string>> = words.variants;
  if (known[part] !== undefined) return known[part];
  if (methodOf(part) !== undefined) return measureName(part);
  return /^\d+$/.test(part) ? words.units.metres(part) : part.replaceAll('_', ' ');
}
