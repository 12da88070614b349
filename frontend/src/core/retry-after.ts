const SHORTEST_MS = 500;
const LONGEST_MS = 60_000;

/** How long a header `Retry-After` asks to wait: seconds, or a date; null where it says nothing. */
export function waitOf(header: string | null, nowMs: number): number | null {
  const text = header?.trim() ?? '';
  if (text === '') return null;
  const askedMs = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  if (Number.isNaN(askedMs)) return null;
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, askedMs));
}
