import type { Messages } from './da';
import { formatNumber } from './format';

/** A round length as it stands on a map: “200 m”, “1 km”, “2,5 km”. */
export function formatDistance(lengthM: number, messages: Messages): string {
  if (lengthM < 1000) return messages.units.metres(formatNumber(Math.round(lengthM), messages));
  const kilometres = lengthM / 1000;
  const digits = Number.isInteger(kilometres) ? 0 : 1;
  return messages.units.kilometres(formatNumber(kilometres, messages, digits));
}
