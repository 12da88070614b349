import fc from 'fast-check';
import { KINDS } from '../core/kinds';
import {
  createProposal,
  type DrawnGeometry,
  type Intervention,
  type Proposal,
} from '../core/proposal';

/** Arbitrary proposals, for property tests only. */
const coordinate = (limit: number) =>
  fc.integer({ min: -limit * 1e7, max: limit * 1e7 }).map((value) => value / 1e7);
const position = fc.tuple(coordinate(180), coordinate(90));

const geometry: fc.Arbitrary<DrawnGeometry> = fc.oneof(
  position.map((coordinates): DrawnGeometry => ({ type: 'Point', coordinates })),
  fc
    .array(position, { minLength: 2, maxLength: 8 })
    .map((coordinates): DrawnGeometry => ({ type: 'LineString', coordinates })),
  fc.array(position, { minLength: 3, maxLength: 8 }).map(
    (ring): DrawnGeometry => ({
      type: 'Polygon',
      coordinates: [[...ring, ring[0] as [number, number]]],
    }),
  ),
);

const properties = fc.record({
  kind: fc.constantFrom(...KINDS),
  name: fc.string(),
  lit: fc.boolean(),
  width_m: fc.integer({ min: 1, max: 20 }),
  modes: fc.subarray(['walk', 'bike']),
});

export const arbitraryIntervention: fc.Arbitrary<Intervention> = fc.record({
  type: fc.constant('Feature' as const),
  id: fc.uuid(),
  geometry,
  properties,
});

export const arbitraryProposal: fc.Arbitrary<Proposal> = fc
  .record({
    id: fc.uuid(),
    area: fc.constantFrom('taastrupgaard', 'vaerebro-park'),
    name: fc.string(),
    description: fc.string(),
    interventions: fc.uniqueArray(arbitraryIntervention, {
      selector: ({ id }) => id,
      maxLength: 6,
    }),
  })
  .map(createProposal);
