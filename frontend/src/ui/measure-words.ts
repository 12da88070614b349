import type { IndicatorRow } from '../core/indicator-row';
import { language, messages } from '../i18n/language';
import { categoryName, modeName } from '../i18n/names';
import { methodOf } from '../session/registry';

/** What the registry calls an indicator, in the language of the page. */
export function measureName(id: string): string {
  const method = methodOf(id);
  if (method === undefined) return id;
  return language.value === 'da' ? method.name_da : method.name_en;
}

/** To what, how, within how long and in which variant a number is measured. */
export function rowDetail(row: IndicatorRow): string {
  const words = messages.value;
  const { category, mode, cutoff_min: cutoffMin } = row;
  const parts = [
    category === null ? null : categoryName(category, words),
    mode === null ? null : modeName(mode, words).toLocaleLowerCase(words.locale),
    cutoffMin === null ? null : words.cutoff(String(cutoffMin)),
    variantName(row),
  ];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

/** A variant has a word of its own, is an indicator, is a number of metres, or says itself. */
export function variantName({ variant }: IndicatorRow): string | null {
  if (variant === null) return null;
  const words = messages.value;
  const known: Readonly<Record<string, string>> = words.variants;
  const named = known[variant] ?? methodOf(variant);
  if (typeof named === 'string') return named;
  if (named !== undefined) return measureName(variant);
  if (/^\d+$/.test(variant)) return words.units.metres(variant);
  return variant.replaceAll('_', ' ');
}
