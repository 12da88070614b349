import type { Messages } from './da';

/** A day as one writes it: “25. november 2026”. */
export function formatDate(day: Date, messages: Messages): string {
  return new Intl.DateTimeFormat(messages.locale, { dateStyle: 'long' }).format(day);
}
