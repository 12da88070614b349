import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DrawnGeometry } from './proposal';
import { residentsInside } from './residents-inside';
import { type CostGround, pricedItems, roughCostKr } from './rough-cost';
import { planeLengthM } from './utm32';

const PRICES: Readonly<Record<string, number>> = {
  path_kr_per_m2: 1_200,
  bridge_kr_per_m2: 35_000,
  light_kr_per_m: 700,
  surface_kr_per_m2: 450,
  crossing_zebra_kr: 150_000,
  closure_kr: 30_000,
  demolition_kr_per_home: 250_000,
  housing_kr_per_home: 2_200_000,
};
// Two homes 42 and 21 residents; the ring below holds the first.
const homes = { lon: [12.3005, 12.31], lat: [55.6505, 55.66], residents: [42, 21] };
const ground: CostGround = { homes, changedLengthM: 200 };
const line: DrawnGeometry = {
  type: 'LineString',
  coordinates: [
    [12.3, 55.65],
    [12.303, 55.65],
  ],
};
const ring: DrawnGeometry = {
  type: 'Polygon',
  coordinates: [
    [
      [12.3, 55.65],
      [12.301, 55.65],
      [12.301, 55.651],
      [12.3, 55.651],
      [12.3, 55.65],
    ],
  ],
};
const point: DrawnGeometry = { type: 'Point', coordinates: [12.3, 55.65] };

function cost(geometry: DrawnGeometry, properties: { kind: string; [key: string]: unknown }) {
  const drawn = { geometry, properties: properties as { kind: string } };
  return roughCostKr(pricedItems(drawn, ground), (name) => PRICES[name] ?? null);
}

describe('rough cost', () => {
  it('prices a path by its width and its light', () => {
    const length = planeLengthM(line.type === 'LineString' ? line.coordinates : []);
    expect(cost(line, { kind: 'connection' })).toBeCloseTo(length * 3 * 1_200, 6);
    expect(cost(line, { kind: 'connection', width_m: 4, lit: true })).toBeCloseTo(
      length * (4 * 1_200 + 700),
      6,
    );
    expect(cost(line, { kind: 'connection', grade: 'bridge' })).toBeCloseTo(length * 105_000, 6);
  });

  it('prices a change by the metres the service says it takes', () => {
    // 200 m of lamps at 700, and 3 m wide surface at 450.
    expect(cost(line, { kind: 'change', lit: true })).toBe(140_000);
    expect(cost(line, { kind: 'change', lit: true, surface: 'asphalt' })).toBe(410_000);
    expect(cost(line, { kind: 'change', speed_kmh: 30 })).toBeNull();
    const unknown = pricedItems(
      { geometry: line, properties: { kind: 'change', lit: true } },
      { homes, changedLengthM: null },
    );
    expect(roughCostKr(unknown, () => 1)).toBeNull();
  });

  it('prices homes torn down by the people who move, and homes built by their number', () => {
    // 42 residents are 20 homes; half of them go.
    expect(cost(ring, { kind: 'demolition', share: 0.5 })).toBeCloseTo(2_500_000, 6);
    expect(cost(point, { kind: 'housing', homes: 3 })).toBe(6_600_000);
    expect(cost(point, { kind: 'housing', residents: 21 })).toBeCloseTo(22_000_000, 6);
  });

  it('takes the price that is stated for what it is', () => {
    expect(cost(line, { kind: 'connection', lit: true, cost_kr: 5_000 })).toBe(5_000);
    expect(cost(point, { kind: 'facility', cost_kr: 7_000 })).toBe(7_000);
  });

  it('prices what is counted by the piece, and nothing of unknown size', () => {
    expect(cost(point, { kind: 'crossing', control: 'zebra' })).toBe(150_000);
    expect(cost(line, { kind: 'closure' })).toBe(30_000);
    expect(cost(point, { kind: 'facility', category: 'grocery' })).toBeNull();
    expect(cost(point, { kind: 'facility_removal' })).toBeNull();
  });
});

describe('residents inside', () => {
  it('counts a home on the edge, and finds the same whichever corner comes first', () => {
    const corners = ring.type === 'Polygon' ? (ring.coordinates[0] ?? []).slice(0, -1) : [];
    expect(residentsInside({ lon: [12.3], lat: [55.65], residents: [7] }, corners).residents).toBe(
      7,
    );
    const spot = fc.tuple(
      fc.double({ min: 12.299, max: 12.302, noNaN: true }),
      fc.double({ min: 55.649, max: 55.652, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 30 }), fc.nat(3), (spots, turn) => {
        const many = {
          lon: spots.map(([lon]) => lon),
          lat: spots.map(([, lat]) => lat),
          residents: spots.map((_, index) => index + 1),
        };
        const turned = [...corners.slice(turn), ...corners.slice(0, turn)];
        const inside = residentsInside(many, corners);
        expect(residentsInside(many, turned.toReversed())).toEqual(inside);
        const plainly = spots.filter(
          ([lon, lat]) => lon > 12.3001 && lon < 12.3009 && lat > 55.6501 && lat < 55.6509,
        );
        expect(inside.homePoints).toBeGreaterThanOrEqual(plainly.length);
      }),
    );
  });
});
