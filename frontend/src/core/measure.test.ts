import { describe, expect, it } from 'vitest';
import { areaM2, lengthM, walkMs } from './measure';

// One thousandth of a degree of latitude is 6371008.8 · π/180 / 1000 = 111.195 m.
describe('measure', () => {
  it('measures a line along a meridian', () => {
    expect(
      lengthM([
        [12.3, 55.65],
        [12.3, 55.651],
        [12.3, 55.652],
      ]),
    ).toBeCloseTo(222.39, 1);
    expect(lengthM([[12.3, 55.65]])).toBe(0);
  });

  it('measures a square of 0.001° at the equator', () => {
    const ring = [
      [0, 0],
      [0.001, 0],
      [0.001, 0.001],
      [0, 0.001],
      [0, 0],
    ];
    expect(areaM2(ring)).toBeCloseTo(111.195 ** 2, -1);
  });

  it('walks 4.8 km/h', () => {
    expect(walkMs(80)).toBe(60_000);
  });
});
