import { createProposal, type Intervention, type Phase, type Proposal } from '../core/proposal';
import { readSettings } from '../core/proposal-settings';
import { collection } from './assess';
import { answered, service } from './request';
import type { components } from './schema';

type Schemas = components['schemas'];
type Stored = Omit<components['schemas']['ProposalOut'], 'interventions'> & {
  readonly interventions: { readonly features: readonly unknown[] };
};
export type ProposalSummary = components['schemas']['ProposalSummary'];

/** A proposal as the service holds it. */
export interface VersionedProposal {
  readonly proposal: Proposal;
  readonly isExample: boolean;
  readonly version: number;
  readonly updatedAt: string;
  /** Examples tell their story in English too. */
  readonly english: { readonly name: string | null; readonly description: string | null };
}

const MOST_LISTED = 1000;

export async function listProposals(area: string): Promise<readonly ProposalSummary[]> {
  const query = { area, limit: MOST_LISTED };
  return (await answered(service.GET('/api/proposals', { params: { query } }))).proposals;
}

/** The proposals from real life that come with the service, those of one area or all. */
export async function listExamples(area?: string): Promise<readonly ProposalSummary[]> {
  const query = { is_example: true, limit: MOST_LISTED, ...(area === undefined ? {} : { area }) };
  return (await answered(service.GET('/api/proposals', { params: { query } }))).proposals;
}

export async function readProposal(id: string): Promise<VersionedProposal> {
  return versioned(await answered(service.GET('/api/proposals/{proposal_id}', at(id))));
}

export async function createOnService(proposal: Proposal): Promise<VersionedProposal> {
  const body = { id: proposal.id, ...written(proposal) };
  return versioned(await answered(service.POST('/api/proposals', { body })));
}

export async function replaceOnService(
  proposal: Proposal,
  ifVersion: number,
): Promise<VersionedProposal> {
  const options = { ...atVersion(proposal.id, ifVersion), body: written(proposal) };
  return versioned(await answered(service.PUT('/api/proposals/{proposal_id}', options)));
}

export async function deleteOnService(id: string, ifVersion: number): Promise<void> {
  await answered(service.DELETE('/api/proposals/{proposal_id}', atVersion(id, ifVersion)));
}

/** The state the service holds, out of its refusal of a stale write. */
export function readCurrent(current: unknown): VersionedProposal | null {
  return typeof current === 'object' && current !== null && 'interventions' in current
    ? versioned(current as Stored)
    : null;
}

function versioned(stored: Stored): VersionedProposal {
  const { id, area, name, description, interventions } = stored;
  // Every kind is drawn as a point, a line or a surface; the service refuses other shapes.
  const features = interventions.features as readonly Intervention[];
  return {
    proposal: createProposal({
      id,
      area,
      name,
      description,
      interventions: features.map((feature) => ({
        type: 'Feature',
        id: feature.id,
        geometry: feature.geometry,
        properties: feature.properties,
      })),
      // The service has checked them.
      settings: readSettings(stored.settings) ?? {},
    }),
    isExample: stored.is_example,
    version: stored.version,
    updatedAt: stored.updated_at,
    english: { name: stored.name_en, description: stored.description_en },
  };
}

function written({ area, name, description, interventions, settings = {} }: Proposal) {
  const { cost = null, phases = [] } = settings;
  const kept = { cost: cost as Schemas['CostSettings'] | null, phases: phases.map(withYear) };
  return { area, name, description, interventions: collection(interventions), settings: kept };
}

function withYear({ name, year }: Phase): Schemas['Phase'] {
  return { name, year: year ?? null };
}

const at = (id: string) => ({ params: { path: { proposal_id: id } } });

/** One proposal, as long as it is at the version the caller saw. */
const atVersion = (id: string, version: number) => ({
  params: { path: { proposal_id: id }, header: { 'if-match': `"${version}"` } },
});
