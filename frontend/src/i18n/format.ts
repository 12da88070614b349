import type { Messages } from './da';

const MINUS = '−';

/** Numbers as people read them, in the language of the messages. */
export function formatNumber(value: number, messages: Messages, digits = 0): string {
  return new Intl.NumberFormat(messages.locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
    .format(value)
    .replace('-', MINUS);
}

export function formatShare(share: number, messages: Messages, digits = 0): string {
  return new Intl.NumberFormat(messages.locale, {
    style: 'percent',
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
  })
    .format(share)
    .replace('-', MINUS);
}

/** Minutes; below one minute in seconds, below ten with one decimal. */
export function formatDuration(timeMs: number, messages: Messages): string {
  const minutes = Math.abs(timeMs) / 60_000;
  if (minutes < 1 && timeMs !== 0) {
    return messages.units.seconds(formatNumber(Math.round(timeMs / 1000), messages));
  }
  const digits = minutes < 10 ? 1 : 0;
  return messages.units.minutes(formatNumber(timeMs / 60_000, messages, digits));
}

export function formatLength(lengthM: number, messages: Messages): string {
  return Math.abs(lengthM) < 1000
    ? messages.units.metres(formatNumber(Math.round(lengthM), messages))
    : messages.units.kilometres(formatNumber(lengthM / 1000, messages, 1));
}

/** An indicator's value with its unit. `null` is unreachable for a time, unknown for the rest. */
export function formatValue(value: number | null, unit: string, messages: Messages): string {
  if (value === null) return unit === 'ms' ? messages.units.unreachable : messages.units.unknown;
  switch (unit) {
    case 'ms':
      return formatDuration(value, messages);
    case 'share':
      return formatShare(value, messages, 1);
    case 'm':
      return formatLength(value, messages);
    case 'per_km':
      return messages.units.perKm(formatNumber(value, messages, 1));
    case 'ratio':
      return formatNumber(value, messages, 2);
    case 'residents':
      return formatNumber(Math.round(value), messages);
    default:
      return formatNumber(value, messages, 1);
  }
}

export function formatChange(change: number | null, unit: string, messages: Messages): string {
  if (change === null) return '–';
  const sign = change > 0 ? '+' : '';
  return sign + formatValue(change, unit, messages);
}

export function formatClock(iso: string, messages: Messages): string {
  return new Intl.DateTimeFormat(messages.locale, { hour: '2-digit', minute: '2-digit' })
    .format(new Date(iso))
    .replace('.', ':');
}
