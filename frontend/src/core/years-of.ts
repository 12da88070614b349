/** The years some dates lie in, first to last: “2016–2026”; null where no date names a year. */
export function yearsOf(dates: readonly string[]): string | null {
  const years = dates.flatMap((date) => date.match(/\b(19|20)\d\d\b/g) ?? []).map(Number);
  if (years.length === 0) return null;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? String(first) : `${first}–${last}`;
}
