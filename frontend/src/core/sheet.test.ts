import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldHeight, restingStep, SHEET_STEPS, stepDown, stepOnTap, stepUp } from './sheet';

const heights = { low: 120, middle: 400, high: 780 };

describe('sheet', () => {
  it('comes to rest at the nearest step when let go slowly', () => {
    expect(restingStep(130, 0, heights)).toBe('low');
    expect(restingStep(280, 0.1, heights)).toBe('middle');
    expect(restingStep(700, -0.1, heights)).toBe('high');
  });

  it('follows a flick to the next step, and no further', () => {
    expect(restingStep(150, 1, heights)).toBe('middle');
    expect(restingStep(420, 1, heights)).toBe('high');
    expect(restingStep(760, -1, heights)).toBe('middle');
    expect(restingStep(380, -1, heights)).toBe('low');
  });

  it('always rests somewhere, and a flick never goes against the finger', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1000, noNaN: true }),
        fc.double({ min: -5, max: 5, noNaN: true }),
        (height, speed) => {
          const held = heldHeight(height, heights);
          const rest = restingStep(held, speed, heights);
          expect(SHEET_STEPS).toContain(rest);
          if (speed > 0.4) expect(heights[rest]).toBeGreaterThanOrEqual(held);
          if (speed < -0.4) expect(heights[rest]).toBeLessThanOrEqual(held);
        },
      ),
    );
  });

  it('is reached by button at every step', () => {
    expect([stepOnTap('low'), stepOnTap('middle'), stepOnTap('high')]).toEqual([
      'middle',
      'high',
      'low',
    ]);
    for (const step of SHEET_STEPS) {
      expect([step, 'low']).toContain(stepDown(stepDown(step)));
      expect([step, 'high']).toContain(stepUp(stepUp(step)));
    }
  });
});
