import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cornersOf,
  dragCorner,
  fitTwo,
  metresAcross,
  moveBy,
  movedTo,
  onMap,
  onPlan,
  type Placement,
  placeAt,
  type Size,
  toLonLat,
  toPlane,
  turnedTo,
  widthM,
  withWidth,
} from './placement';

const HERE: [number, number] = [12.2893, 55.6542];
const size: fc.Arbitrary<Size> = fc.record({
  width: fc.integer({ min: 50, max: 8000 }),
  height: fc.integer({ min: 50, max: 8000 }),
});
const turn = fc.double({ min: -3.1, max: 3.1, noNaN: true });
const placed = fc
  .record({
    size,
    turn,
    lon: fc.double({ min: 8, max: 15, noNaN: true }),
    lat: fc.double({ min: 54.6, max: 57.7, noNaN: true }),
    wideM: fc.double({ min: 20, max: 20_000, noNaN: true }),
  })
  .map(({ size: plan, turn: turned, lon, lat, wideM }) => ({
    plan,
    placement: turnedTo(placeAt([lon, lat], wideM, plan), turned),
  }));

/** Metres between two places of the plane, near one of them. */
function apartM(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y) * metresAcross(a.y);
}

describe('the plane of the map', () => {
  it('goes to degrees and back', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -179, max: 179, noNaN: true }),
        fc.double({ min: -84, max: 84, noNaN: true }),
        (lon, lat) => {
          const [lon2, lat2] = toLonLat(toPlane([lon, lat]));
          expect(lon2).toBeCloseTo(lon, 9);
          expect(lat2).toBeCloseTo(lat, 9);
        },
      ),
    );
  });

  it('is as wide as the earth at the equator, and half of that at 60 degrees', () => {
    expect(metresAcross(toPlane([0, 0]).y)).toBeCloseTo(40_075_016.7, 0);
    expect(metresAcross(toPlane([0, 60]).y)).toBeCloseTo(40_075_016.7 / 2, 0);
  });
});

describe('a plan on the map', () => {
  it('lies flat and as wide as it was asked to', () => {
    // 200 pixels over 100 m: the left edge is 50 m west of the middle, the top 25 m north.
    const plan = { width: 200, height: 100 };
    const placement = placeAt(HERE, 100, plan);
    const [topLeft] = cornersOf(placement, plan);
    const middle = toPlane(HERE);
    const across = metresAcross(middle.y);
    expect(((topLeft?.x ?? 0) - middle.x) * across).toBeCloseTo(-50, 6);
    expect(((topLeft?.y ?? 0) - middle.y) * across).toBeCloseTo(-25, 6);
    expect(widthM(placement, plan)).toBeCloseTo(100, 9);
  });

  it('finds every place of the plan again', () => {
    fc.assert(
      fc.property(placed, fc.integer(), fc.integer(), ({ placement }, a, b) => {
        const [u, v] = [a % 4000, b % 4000];
        const [u2, v2] = onPlan(placement, onMap(placement, u, v));
        expect(u2).toBeCloseTo(u, 2);
        expect(v2).toBeCloseTo(v, 2);
      }),
    );
  });
});

describe('a plan in the hand', () => {
  it('keeps its proportions however it is dragged', () => {
    fc.assert(
      fc.property(
        placed,
        fc.integer({ min: 0, max: 3 }),
        fc.double({ min: -500, max: 500, noNaN: true }),
        fc.double({ min: -500, max: 500, noNaN: true }),
        ({ plan, placement }, corner, east, north) => {
          const was = cornersOf(placement, plan);
          const from = was[corner] ?? { x: 0, y: 0 };
          const across = metresAcross(from.y);
          const to = { x: from.x + east / across, y: from.y - north / across };
          const next = dragCorner(placement, plan, corner, to);
          const is = cornersOf(next, plan);
          if (next === placement) return;
          // The corner is under the hand, and the one across from it has not moved.
          expect(apartM(is[corner] ?? from, to)).toBeLessThan(0.01);
          const opposite = (corner + 2) % 4;
          expect(apartM(is[opposite] ?? from, was[opposite] ?? from)).toBeLessThan(0.01);
          const [a = from, b = from, c = from] = is;
          expect(apartM(a, b) / apartM(b, c)).toBeCloseTo(plan.width / plan.height, 1);
        },
      ),
    );
  });

  it('dragged to where it is stays as it is', () => {
    fc.assert(
      fc.property(placed, fc.integer({ min: 0, max: 3 }), ({ plan, placement }, corner) => {
        const at = cornersOf(placement, plan)[corner] ?? { x: 0, y: 0 };
        const same = dragCorner(placement, plan, corner, at);
        expect(same.scale / placement.scale).toBeCloseTo(1, 6);
        expect(Math.abs(Math.sin((same.turn - placement.turn) / 2))).toBeLessThan(1e-6);
        expect(apartM(same, placement)).toBeLessThan(0.01);
      }),
    );
  });

  it('does not collapse when a corner is dragged onto the one across', () => {
    const plan = { width: 200, height: 100 };
    const placement = placeAt(HERE, 100, plan);
    const opposite = cornersOf(placement, plan)[2] ?? { x: 0, y: 0 };
    expect(dragCorner(placement, plan, 0, opposite)).toBe(placement);
  });

  it('keeps its width in metres wherever it is moved', () => {
    fc.assert(
      fc.property(placed, fc.double({ min: 54.6, max: 57.7, noNaN: true }), (one, lat) => {
        const { x, y } = toPlane([10, lat]);
        const there = movedTo(one.placement, x, y);
        expect(widthM(there, one.plan)).toBeCloseTo(widthM(one.placement, one.plan), 6);
      }),
    );
  });

  it('moves by metres, and back', () => {
    const plan = { width: 200, height: 100 };
    const placement = placeAt(HERE, 100, plan);
    const moved = moveBy(placement, 10, 5);
    expect((moved.x - placement.x) * metresAcross(placement.y)).toBeCloseTo(10, 6);
    expect((moved.y - placement.y) * metresAcross(placement.y)).toBeCloseTo(-5, 6);
    expect(apartM(moveBy(moved, -10, -5), placement)).toBeLessThan(0.001);
  });

  it('is set in numbers within bounds', () => {
    const plan = { width: 200, height: 100 };
    const placement = placeAt(HERE, 100, plan);
    expect(widthM(withWidth(placement, plan, 250), plan)).toBeCloseTo(250, 9);
    expect(widthM(withWidth(placement, plan, 0), plan)).toBeCloseTo(1, 9);
    expect(widthM(withWidth(placement, plan, 1e9), plan)).toBeCloseTo(200_000, 6);
    expect(turnedTo(placement, 2 * Math.PI + 0.5).turn).toBeCloseTo(0.5, 12);
  });
});

describe('fitting with two points', () => {
  it('puts both places of the plan on both places of the map', () => {
    fc.assert(
      fc.property(placed, placed, ({ plan, placement }, { placement: wrong }) => {
        const places = [
          [-plan.width / 2, plan.height / 4],
          [plan.width / 3, -plan.height / 2],
        ] as const;
        const [a, b] = places.map(([u, v]) => onMap(placement, u, v));
        if (a === undefined || b === undefined) return;
        const fitted = fitTwo([places[0], places[1]], [a, b]) as Placement;
        expect(fitted).not.toEqual(wrong);
        expect(apartM(onMap(fitted, ...places[0]), a)).toBeLessThan(0.001);
        expect(apartM(onMap(fitted, ...places[1]), b)).toBeLessThan(0.001);
        expect(fitted.scale / placement.scale).toBeCloseTo(1, 6);
      }),
    );
  });

  it('cannot tell from one and the same place', () => {
    const here = toPlane(HERE);
    const there = { x: here.x + 1e-6, y: here.y };
    expect(
      fitTwo(
        [
          [3, 3],
          [3, 3],
        ],
        [here, there],
      ),
    ).toBeNull();
    expect(
      fitTwo(
        [
          [3, 3],
          [90, 3],
        ],
        [here, here],
      ),
    ).toBeNull();
  });
});
