import type { Size } from './placement';

/** A line of a plan is still a line at this many pixels to the inch. */
const FINE_DPI = 200;
/** A PDF measures in points. */
const POINTS_PER_INCH = 72;
/** What every browser can hold as one picture, phones included. */
export const PAGE_PIXELS = 16_000_000;
export const PAGE_SIDE_PX = 8_192;

/** How many pixels a point of a page becomes: fine, and never more than a browser can hold. */
export function pageScale({ width, height }: Size): number {
  return Math.min(
    FINE_DPI / POINTS_PER_INCH,
    Math.sqrt(PAGE_PIXELS / (width * height)),
    PAGE_SIDE_PX / Math.max(width, height),
  );
}
