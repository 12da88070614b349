import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceM } from './measure';
import { addAfter, handlesOf, moveBy, removeAt } from './nudge';
import type { DrawnGeometry } from './proposal';

const line: DrawnGeometry = {
  type: 'LineString',
  coordinates: [
    [12.3, 55.65],
    [12.302, 55.65],
    [12.304, 55.652],
  ],
};
const ring: DrawnGeometry = {
  type: 'Polygon',
  coordinates: [
    [
      [12.3, 55.65],
      [12.302, 55.65],
      [12.302, 55.652],
      [12.3, 55.65],
    ],
  ],
};

describe('nudging', () => {
  it('moves one point by as many metres as it says, and no other', () => {
    const moved = moveBy(line, 1, 10, 0);
    const [first = [], second = [], third = []] = handlesOf(moved);
    expect(distanceM([12.302, 55.65], second)).toBeCloseTo(10, 1);
    expect(second[1]).toBe(55.65);
    expect([first, third]).toEqual([line.coordinates[0], line.coordinates[2]]);
  });

  it('moves the whole shape and keeps a ring closed', () => {
    const moved = moveBy(ring, null, 0, -1);
    expect(handlesOf(moved)).toHaveLength(3);
    if (moved.type !== 'Polygon') throw new Error('no ring');
    expect(moved.coordinates[0]?.at(-1)).toEqual(moved.coordinates[0]?.[0]);
    const closing = moveBy(ring, 0, 5, 5);
    if (closing.type !== 'Polygon') throw new Error('no ring');
    expect(closing.coordinates[0]?.at(-1)).toEqual(closing.coordinates[0]?.[0]);
  });

  it('comes back to where it was, within a few centimetres', () => {
    const metres = fc.integer({ min: -500, max: 500 });
    fc.assert(
      fc.property(metres, metres, fc.constantFrom(line, ring), (east, north, shape) => {
        const back = moveBy(moveBy(shape, null, east, north), null, -east, -north);
        handlesOf(back).forEach((place, index) => {
          expect(distanceM(place, handlesOf(shape)[index] ?? [])).toBeLessThan(0.1);
        });
      }),
    );
  });

  it('adds a point half way, after the last of a ring too, and none after the end of a line', () => {
    expect(handlesOf(addAfter(line, 0) ?? line)[1]).toEqual([12.301, 55.65]);
    expect(addAfter(line, 2)).toBeNull();
    expect(handlesOf(addAfter(ring, 2) ?? ring)[3]).toEqual([12.301, 55.651]);
    expect(addAfter({ type: 'Point', coordinates: [12, 55] }, 0)).toBeNull();
  });

  it('takes a point away as long as a shape is left', () => {
    const shorter = removeAt(line, 1);
    expect(shorter).toEqual({
      type: 'LineString',
      coordinates: [
        [12.3, 55.65],
        [12.304, 55.652],
      ],
    });
    expect(removeAt(shorter as DrawnGeometry, 0)).toBeNull();
    expect(removeAt(ring, 0)).toBeNull();
  });
});
