import { describe, expect, it } from 'vitest';
import { StreetGrid } from './nearest-street';

const street = {
  coordinates: [
    [12.3, 55.65],
    [12.31, 55.65],
  ],
};

describe('street grid', () => {
  it('finds the foot of the perpendicular on the nearest street', () => {
    // 0.0001° of latitude is 11.1 m.
    const found = new StreetGrid([street]).nearest([12.305, 55.6501], 15);
    expect(found?.place[0]).toBeCloseTo(12.305, 6);
    expect(found?.place[1]).toBeCloseTo(55.65, 6);
    expect(found?.distanceM).toBeCloseTo(11.12, 1);
  });

  it('finds nothing beyond the reach', () => {
    expect(new StreetGrid([street]).nearest([12.305, 55.6502], 15)).toBeNull();
    expect(new StreetGrid([]).nearest([12.305, 55.65], 15)).toBeNull();
  });
});
