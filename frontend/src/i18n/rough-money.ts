import type { Messages } from './da';
import { formatNumber } from './format';

/** Kroner as an estimate is told: two figures, and millions by name. */
export function formatRoughKroner(kr: number, messages: Messages): string {
  const words = messages.editing.measure;
  const step = kr > 0 ? 10 ** Math.max(0, Math.floor(Math.log10(kr)) - 1) : 1;
  const rounded = Math.round(kr / step) * step;
  if (rounded < 1e6) return words.aboutKroner(formatNumber(rounded, messages));
  const millions = rounded / 1e6;
  return words.aboutMillions(formatNumber(millions, messages, millions < 10 ? 1 : 0));
}

/** Square metres up to a hectare, then hectares. */
export function formatSurface(areaM2: number, messages: Messages): string {
  return areaM2 < 10_000
    ? messages.editing.measure.squareMetres(formatNumber(Math.round(areaM2), messages))
    : messages.units.hectares(formatNumber(areaM2 / 1e4, messages, 1));
}
