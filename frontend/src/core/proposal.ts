import type { LineString, Point, Polygon } from 'geojson';
import { deepFreeze } from './freeze';

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export type DrawnGeometry = Point | LineString | Polygon;

export interface InterventionProperties {
  readonly kind: string;
  readonly [key: string]: JsonValue;
}

/** One drawn change: a GeoJSON Feature whose `properties.kind` says what it is. */
export interface Intervention {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: DrawnGeometry;
  readonly properties: InterventionProperties;
}

/** What is drawn for one area. Frozen: every change makes a new one. */
export interface Proposal {
  readonly id: string;
  readonly area: string;
  readonly name: string;
  readonly description: string;
  readonly interventions: readonly Intervention[];
}

export function createProposal(fields: Proposal): Proposal {
  return deepFreeze(structuredClone(fields));
}

export function findIntervention(proposal: Proposal, id: string): Intervention | undefined {
  return proposal.interventions.find((intervention) => intervention.id === id);
}
