/** A length that is easy to say, and how long it is on the map. */
export interface ScaleBar {
  readonly lengthM: number;
  readonly widthPx: number;
}

const STEPS = [1, 2, 5] as const;

/** The longest of 1, 2, 5, 10, 20, 50 … metres that fits; null where the map has no scale yet. */
export function scaleBar(metresPerPx: number, longestPx: number): ScaleBar | null {
  const longestM = metresPerPx * longestPx;
  if (!Number.isFinite(longestM) || longestM <= 0) return null;
  const decade = 10 ** Math.floor(Math.log10(longestM));
  const step = STEPS.findLast((each) => each * decade <= longestM * (1 + 1e-9)) ?? 1;
  const lengthM = step * decade;
  return { lengthM, widthPx: lengthM / metresPerPx };
}
