import { computed, signal } from '@preact/signals';
import { da, type Messages } from './da';
import { en } from './en';

export type Language = 'da' | 'en';

const CATALOGUES: Readonly<Record<Language, Messages>> = { da, en };
const REMEMBERED = 'forbind.language';

/** Danish unless the reader chose English here before. */
function rememberedLanguage(): Language {
  return localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'da';
}

export const language = signal<Language>(rememberedLanguage());
export const messages = computed<Messages>(() => CATALOGUES[language.value]);

export function switchLanguage(): void {
  language.value = language.value === 'da' ? 'en' : 'da';
  localStorage.setItem(REMEMBERED, language.value);
}
