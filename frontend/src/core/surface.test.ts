import { describe, expect, it } from 'vitest';
import { middleOf } from './surface';

const square = (west: number, south: number, side: number) => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

describe('the middle of a surface', () => {
  it('is the middle of a square, whichever way it turns', () => {
    const ring = square(12, 55, 2);
    for (const corners of [ring, ring.toReversed()]) {
      const [lon, lat] = middleOf({ type: 'Polygon', coordinates: [corners] });
      expect(lon).toBeCloseTo(13, 9);
      expect(lat).toBeCloseTo(56, 9);
    }
  });

  it('lies in the largest of several parts', () => {
    const coordinates = [[square(0, 0, 1)], [square(10, 10, 3)]];
    const [lon, lat] = middleOf({ type: 'MultiPolygon', coordinates });
    expect(lon).toBeCloseTo(11.5, 9);
    expect(lat).toBeCloseTo(11.5, 9);
  });

  it('is the first corner where there is no surface', () => {
    expect(middleOf({ type: 'Polygon', coordinates: [[[12, 55]]] })).toEqual([12, 55]);
    expect(middleOf({ type: 'Polygon', coordinates: [] })).toEqual([0, 0]);
  });
});
