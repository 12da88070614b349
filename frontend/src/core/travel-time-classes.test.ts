import { describe, expect, it } from 'vitest';
import { changeClass, timeClass } from './travel-time-classes';

describe('travel time classes', () => {
  it('puts a time in the class whose upper bound it does not pass', () => {
    expect(timeClass(0)).toBe(0);
    expect(timeClass(5 * 60_000)).toBe(0);
    expect(timeClass(5 * 60_000 + 1)).toBe(1);
    expect(timeClass(31 * 60_000)).toBe(5);
    expect(timeClass(null)).toBe(5);
  });
});

describe('change classes', () => {
  it('calls a shorter walk a gain and a longer one a loss, by size', () => {
    expect(changeClass(600_000, 570_000)).toBe(1);
    expect(changeClass(600_000, 500_000)).toBe(2);
    expect(changeClass(600_000, 300_000)).toBe(3);
    expect(changeClass(300_000, 600_000)).toBe(-3);
  });

  it('does not colour what nobody notices', () => {
    expect(changeClass(600_000, 596_000)).toBe(0);
    expect(changeClass(null, null)).toBe(0);
  });

  it('takes becoming reachable as the strongest gain', () => {
    expect(changeClass(null, 3_000_000)).toBe(3);
    expect(changeClass(3_000_000, null)).toBe(-3);
  });
});
