/** Upper bounds of classes for drawing numbers as widths and colours; the last class is open. */
export type Breaks = readonly number[];

const QUANTILES = [0.5, 0.75, 0.9, 0.97] as const;
const CHANGE_QUANTILES = [0.5, 0.85] as const;
/** Smaller than this part of the largest number is drawn as no change. */
const NOTICED_SHARE = 0.001;

/** Five classes of numbers above zero: half of them in the first, few in the last. */
export function sequentialBreaks(values: Iterable<number | null>): Breaks {
  return roundQuantiles([...values].filter(isAbove(0)), QUANTILES);
}

/** Three sizes of change, either way, and from where a change is one. */
export interface ChangeBreaks {
  readonly noticed: number;
  readonly breaks: Breaks;
}

export function changeBreaks(
  before: readonly (number | null)[],
  after: readonly (number | null)[],
): ChangeBreaks {
  const largest = Math.max(0, ...magnitudes(before), ...magnitudes(after));
  const noticed = largest * NOTICED_SHARE;
  const sizes = after.map((value, index) => Math.abs((value ?? 0) - (before[index] ?? 0)));
  return { noticed, breaks: roundQuantiles(sizes.filter(isAbove(noticed)), CHANGE_QUANTILES) };
}

/** Index of the class a number above zero falls in; −1 for zero and for what is not known. */
export function valueClass(value: number | null, breaks: Breaks): number {
  if (value === null || value <= 0) return -1;
  return indexIn(value, breaks);
}

/** −3 … 3: how much a number fell or rose. What is not known on one side counts as zero there. */
export function valueChangeClass(
  before: number | null,
  after: number | null,
  { noticed, breaks }: ChangeBreaks,
): number {
  const change = (after ?? 0) - (before ?? 0);
  if (Math.abs(change) <= noticed) return 0;
  const step = indexIn(Math.abs(change), breaks) + 1;
  return change > 0 ? step : -step;
}

function indexIn(value: number, breaks: Breaks): number {
  const index = breaks.findIndex((bound) => value <= bound);
  return index === -1 ? breaks.length : index;
}

/** Bounds people can read: each rounded to two figures, none of them twice. */
function roundQuantiles(values: readonly number[], quantiles: readonly number[]): Breaks {
  if (values.length === 0) return [];
  const sorted = values.toSorted((a, b) => a - b);
  const bounds = quantiles.map((q) => twoFigures(sorted[Math.floor(q * sorted.length)] ?? 0));
  return [...new Set(bounds)].filter(isAbove(0));
}

function twoFigures(value: number): number {
  return Number(value.toPrecision(2));
}

function magnitudes(values: readonly (number | null)[]): number[] {
  return values.map((value) => Math.abs(value ?? 0));
}

function isAbove(bound: number) {
  return (value: number | null): value is number => value !== null && value > bound;
}
