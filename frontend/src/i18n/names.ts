import { CATEGORIES, type Category, KINDS, type Kind } from '../core/kinds';
import { MODES, type Mode } from '../core/modes';
import type { Intervention } from '../core/proposal';
import type { Messages } from './da';

const isKind = (kind: string): kind is Kind => (KINDS as readonly string[]).includes(kind);
const isMode = (mode: string): mode is Mode => (MODES as readonly string[]).includes(mode);
const isCategory = (category: string): category is Category =>
  (CATEGORIES as readonly string[]).includes(category);

/** A category as a name: “Skole”. */
export function categoryName(category: string | null, messages: Messages): string {
  if (category === null) return messages.anyCategory;
  return isCategory(category) ? messages.categoryNames[category] : category;
}

/** A category in a sentence: “en skole”. */
export function aCategory(category: string | null, messages: Messages): string {
  if (category === null) return messages.anyCategory.toLocaleLowerCase(messages.locale);
  return isCategory(category) ? messages.categories[category] : category;
}

export function modeName(mode: string | null, messages: Messages): string {
  if (mode === null) return messages.table.allModes;
  return isMode(mode) ? messages.modes[mode] : mode;
}

/** What a drawn change is called in the list: its own name, otherwise what it is. */
export function interventionName({ properties }: Intervention, messages: Messages): string {
  const { kind, name: danish, name_en: english, category, grade } = properties;
  const name = messages.locale.startsWith('en') && typeof english === 'string' ? english : danish;
  if (typeof name === 'string' && name !== '') return name;
  if (kind === 'connection' && (grade === 'bridge' || grade === 'tunnel')) {
    return messages.form[grade];
  }
  if (kind === 'facility') return categoryName(String(category), messages);
  return isKind(kind) ? messages.drawnNames[kind] : kind;
}
