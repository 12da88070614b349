import type { Messages } from './da';
import { formatNumber, formatShare } from './format';

const MILLION = 1_000_000;

/** Kroner as they are read: whole, and in millions from one million on, as the service says them. */
export function formatMoney(kr: number | null, messages: Messages): string {
  const words = messages.money;
  if (kr === null) return words.noPrice;
  return Math.round(kr) >= MILLION
    ? words.millions(formatNumber(kr / MILLION, messages, 2))
    : messages.units.kroner(formatNumber(kr, messages));
}

/** What some changes cost together, when only some of them have a price. */
export function formatSum(
  { kr, known, count }: { readonly kr: number; readonly known: number; readonly count: number },
  messages: Messages,
): string {
  if (known === 0 && kr === 0) return count === 0 ? '–' : messages.money.noPrice;
  const sum = formatMoney(kr, messages);
  return known < count ? messages.money.atLeast(sum) : sum;
}

/** A part of a bill; a little is never told as nothing. */
export function formatPart(share: number, messages: Messages): string {
  return share > 0 && share < 0.005
    ? `< ${formatShare(0.01, messages)}`
    : formatShare(share, messages);
}
