import { computed, signal } from '@preact/signals';
import { da, type Messages } from './da';

export type Language = 'da' | 'en';

const REMEMBERED = 'forbind.language';
/** English is fetched by those who read it: most do not. */
const english = signal<Messages | null>(null);

export const language = signal<Language>('da');
export const messages = computed<Messages>(() =>
  language.value === 'en' && english.value !== null ? english.value : da,
);

/** Danish unless the reader chose English here before; called before anything is shown. */
export async function rememberLanguage(): Promise<void> {
  if (localStorage.getItem(REMEMBERED) === 'en') await speak('en');
}

export async function switchLanguage(): Promise<void> {
  await speak(language.value === 'da' ? 'en' : 'da');
  localStorage.setItem(REMEMBERED, language.value);
}

/** Where the words cannot be fetched the page goes on as it is. */
async function speak(wanted: Language): Promise<void> {
  if (wanted === 'en' && english.value === null) {
    const fetched = await import('./en').catch(() => null);
    if (fetched === null) return;
    english.value = fetched.en;
  }
  language.value = wanted;
}
