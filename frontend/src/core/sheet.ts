/** How far the sheet on a phone is pulled up. */
export const SHEET_STEPS = ['low', 'middle', 'high'] as const;
export type SheetStep = (typeof SHEET_STEPS)[number];

/** Pixels each step is high. */
export type SheetHeights = Readonly<Record<SheetStep, number>>;

/** A flick this fast means the next step, however short it was. */
const FLICK_PX_PER_MS = 0.4;

/** Where the sheet comes to rest when the finger lets go; speed is above zero upwards. */
export function restingStep(
  heightPx: number,
  speedPxPerMs: number,
  heights: SheetHeights,
): SheetStep {
  if (speedPxPerMs > FLICK_PX_PER_MS) {
    return SHEET_STEPS.find((step) => heights[step] > heightPx) ?? 'high';
  }
  if (speedPxPerMs < -FLICK_PX_PER_MS) {
    return SHEET_STEPS.findLast((step) => heights[step] < heightPx) ?? 'low';
  }
  return SHEET_STEPS.reduce((best, step) =>
    Math.abs(heights[step] - heightPx) < Math.abs(heights[best] - heightPx) ? step : best,
  );
}

/** The height while the finger holds it: never above the top nor below the lowest step. */
export function heldHeight(heightPx: number, heights: SheetHeights): number {
  return Math.min(heights.high, Math.max(heights.low, heightPx));
}

export function stepUp(step: SheetStep): SheetStep {
  return step === 'low' ? 'middle' : 'high';
}

export function stepDown(step: SheetStep): SheetStep {
  return step === 'high' ? 'middle' : 'low';
}

/** What a tap on the handle does: up, and from the top down again. */
export function stepOnTap(step: SheetStep): SheetStep {
  return step === 'high' ? 'low' : stepUp(step);
}
