import { describe, expect, it } from 'vitest';
import { sketchGeometry } from './sketch';

const a = [12.3, 55.65];
const b = [12.31, 55.65];
const c = [12.31, 55.66];

describe('sketch geometry', () => {
  it('ends where the pointer is', () => {
    expect(sketchGeometry('LineString', [a], b)).toEqual({
      type: 'LineString',
      coordinates: [a, b],
    });
    expect(sketchGeometry('LineString', [a, b], b)).toEqual({
      type: 'LineString',
      coordinates: [a, b],
    });
    expect(sketchGeometry('Point', [], a)).toEqual({ type: 'Point', coordinates: a });
  });

  it('closes a ring', () => {
    expect(sketchGeometry('Polygon', [a, b], c)).toEqual({
      type: 'Polygon',
      coordinates: [[a, b, c, a]],
    });
  });

  it('is nothing while there are too few points', () => {
    expect(sketchGeometry('LineString', [a], null)).toBeNull();
    expect(sketchGeometry('Polygon', [a], b)).toBeNull();
    expect(sketchGeometry('Point', [], null)).toBeNull();
  });
});
