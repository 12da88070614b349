/** A straight mapping from a range of values to a range of pixels. */
export function linearScale(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): (value: number) => number {
  const span = to - from;
  return (value) => (span === 0 ? start : start + ((value - from) / span) * (end - start));
}

/** Round up to 1, 2 or 5 times a power of ten: where an axis may end. */
export function niceCeiling(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find((each) => each * power >= value) ?? 10;
  return step * power;
}

const VALUE_GLYPH = 6;
const VALUE_GAP = 8;
const LEAST_VALUE_ROOM = 48;

/** How much a chart keeps free for the numbers at its right end, in its own pixels. */
export function valueRoom(texts: readonly string[]): number {
  const longest = Math.max(0, ...texts.map(({ length }) => length));
  return Math.max(LEAST_VALUE_ROOM, longest * VALUE_GLYPH + VALUE_GAP);
}
