import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeCallout } from './callout-place';

const DESK = { width: 1440, height: 900 };
const CALLOUT = { width: 320, height: 180 };

describe('placing a callout', () => {
  it('stands to the right of a tool', () => {
    const place = placeCallout({ left: 12, top: 60, width: 48, height: 40 }, CALLOUT, DESK);
    expect(place).toEqual({ left: 76, top: 12, side: 'right' });
  });

  it('stands to the left of a card at the right edge', () => {
    const place = placeCallout({ left: 1080, top: 300, width: 340, height: 200 }, CALLOUT, DESK);
    expect(place.side).toBe('left');
    expect(place.left).toBe(1080 - 16 - 320);
    expect(place.top).toBe(310);
  });

  it('stands inside what fills the window', () => {
    const place = placeCallout({ left: 0, top: 47, width: 1440, height: 853 }, CALLOUT, DESK);
    expect(place.side).toBe('inside');
  });

  it('never leaves the window, and covers its target only from inside', () => {
    const px = fc.integer({ min: 0, max: 1400 });
    fc.assert(
      fc.property(px, px, px, px, (left, top, width, height) => {
        const place = placeCallout({ left, top, width, height }, CALLOUT, DESK);
        expect(place.left).toBeGreaterThanOrEqual(12);
        expect(place.top).toBeGreaterThanOrEqual(12);
        expect(place.left + CALLOUT.width).toBeLessThanOrEqual(DESK.width - 12);
        expect(place.top + CALLOUT.height).toBeLessThanOrEqual(DESK.height - 12);
        if (place.side === 'right') expect(place.left).toBeGreaterThanOrEqual(left + width);
        if (place.side === 'above') expect(place.top + CALLOUT.height).toBeLessThanOrEqual(top);
      }),
    );
  });
});
