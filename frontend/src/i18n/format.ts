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

/** Hectares up to a square kilometre, then that. */
export function formatArea(areaM2: number, messages: Messages): string {
  return Math.abs(areaM2) < 1e6
    ? messages.units.hectares(formatNumber(areaM2 / 1e4, messages, Math.abs(areaM2) < 1e5 ? 1 : 0))
    : messages.units.squareKilometres(formatNumber(areaM2 / 1e6, messages, 1));
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
    case 'per_km2':
      return messages.units.perKm2(formatNumber(value, messages, 1));
    case 'per_hour':
      return messages.units.perHour(formatNumber(value, messages, 1));
    case 'facilities':
      return messages.units.places(formatNumber(value, messages, 1));
    case 'underpasses':
      return messages.units.underpasses(formatNumber(value, messages, 1));
    case 'kinds':
      return messages.units.kinds(formatNumber(value, messages, 1));
    case 'trips':
      return messages.units.trips(formatNumber(Math.round(value), messages));
    case 'kr':
      return messages.units.kroner(formatNumber(Math.round(value), messages));
    default:
      return withUnit(value, unit, messages);
  }
}

/** A unit the page has no words for is told as the service writes it. */
function withUnit(value: number, unit: string, messages: Messages): string {
  const digits = Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const number = formatNumber(value, messages, digits);
  return unit === '' || unit === 'index' ? number : `${number} ${formatUnit(unit, messages)}`;
}

/** A unit as the service writes it, in the page's language: “per_min” is “pr. min”. */
export function formatUnit(unit: string, messages: Messages): string {
  return unit
    .replaceAll(/(^|_)per_/g, ` ${messages.units.per} `)
    .replaceAll('_', ' ')
    .trim();
}

/** How much is not known; a little is never told as nothing. */
export function formatUnknown(knownShare: number, messages: Messages): string {
  const unknown = 1 - knownShare;
  return unknown < 0.01 ? `< ${formatShare(0.01, messages)}` : formatShare(unknown, messages);
}

export function formatChange(change: number | null, unit: string, messages: Messages): string {
  if (change === null) return '–';
  const sign = change > 0 ? '+' : '';
  if (unit === 'share') {
    // A share that goes from 10 to 20 % grows by ten points, not by ten per cent.
    return sign + messages.units.points(formatNumber(change * 100, messages, 1));
  }
  return sign + formatValue(change, unit, messages);
}

export function formatClock(iso: string, messages: Messages): string {
  return new Intl.DateTimeFormat(messages.locale, { hour: '2-digit', minute: '2-digit' })
    .format(new Date(iso))
    .replace('.', ':');
}
