import { describe, expect, it } from 'vitest';
import { linearScale, niceCeiling, valueRoom } from './scale';

describe('scales', () => {
  it('maps ends to ends and the middle to the middle', () => {
    const scale = linearScale([0, 10], [100, 200]);
    expect([scale(0), scale(5), scale(10)]).toEqual([100, 150, 200]);
    expect(linearScale([3, 3], [0, 1])(3)).toBe(0);
  });

  it('ends an axis on a round number', () => {
    expect([0, 0.3, 1, 12, 51, 1300].map(niceCeiling)).toEqual([1, 0.5, 1, 20, 100, 2000]);
  });

  it('keeps room for the longest number and never less than for a short one', () => {
    expect(valueRoom([])).toBe(48);
    expect(valueRoom(['7,4 min', '32.468 ture'])).toBe(11 * 6 + 8);
  });
});
