import type { Messages } from './da';
import { formatClock } from './format';

/** When something was, as people say it: today and yesterday by name, the rest by date. */
export function formatMoment(iso: string, messages: Messages, now: Date = new Date()): string {
  const then = new Date(iso);
  const clock = formatClock(iso, messages);
  const days = daysBetween(then, now);
  if (days === 0) return messages.moment.today(clock);
  if (days === 1) return messages.moment.yesterday(clock);
  const sameYear = then.getFullYear() === now.getFullYear();
  const date = new Intl.DateTimeFormat(messages.locale, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(then);
  return messages.moment.day(date, clock);
}

/** Whole days by the calendar, also over a change of clocks. */
function daysBetween(earlier: Date, later: Date): number {
  const day = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((day(later) - day(earlier)) / 86_400_000);
}
