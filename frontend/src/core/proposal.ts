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

/** Something that is built together; its place in the list is its number, counted from 1. */
export interface Phase {
  readonly name: string;
  readonly year?: number;
}

/** What a proposal decides besides its drawing. */
export interface ProposalSettings {
  /** Unit prices and shares that are not at the service's default. */
  readonly cost?: Readonly<Record<string, number>>;
  readonly phases?: readonly Phase[];
}

/** What is drawn for one area. Frozen: every change makes a new one. */
export interface Proposal {
  readonly id: string;
  readonly area: string;
  readonly name: string;
  readonly description: string;
  readonly interventions: readonly Intervention[];
  readonly settings?: ProposalSettings;
}

export function createProposal(fields: Proposal): Proposal {
  return deepFreeze(structuredClone(fields));
}

export function findIntervention(proposal: Proposal, id: string): Intervention | undefined {
  return proposal.interventions.find((intervention) => intervention.id === id);
}
