import fc from 'fast-check';
import { KINDS } from '../core/kinds';
import { MOST_PHASES } from '../core/phases';
import {
  createProposal,
  type DrawnGeometry,
  type Intervention,
  type Proposal,
  type ProposalSettings,
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
  phase: fc.integer({ min: 1, max: MOST_PHASES }),
});

/** Settings as they are kept: what says nothing is not there. */
export const arbitrarySettings: fc.Arbitrary<ProposalSettings> = fc.record(
  {
    cost: fc.dictionary(
      fc.constantFrom('path_kr_per_m2', 'closure_kr', 'foundation_share'),
      fc.integer({ min: 0, max: 1_000_000 }),
      { minKeys: 1 },
    ),
    phases: fc.array(
      fc.oneof(
        fc.record({ name: fc.string({ maxLength: 60 }) }),
        fc.record({
          name: fc.string({ maxLength: 60 }),
          year: fc.integer({ min: 1900, max: 2200 }),
        }),
      ),
      { minLength: 1, maxLength: MOST_PHASES },
    ),
  },
  { requiredKeys: [] },
);

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
    settings: arbitrarySettings,
  })
  .map(createProposal);
