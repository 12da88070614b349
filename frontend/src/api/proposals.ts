import { createProposal, type Intervention, type Proposal } from '../core/proposal';
import { collection } from './assess';
import { request } from './request';

export interface ProposalSummary {
  readonly id: string;
  readonly area: string;
  readonly name: string;
  readonly description: string;
  readonly is_example: boolean;
  readonly version: number;
  readonly updated_at: string;
}

export interface StoredProposal extends ProposalSummary {
  readonly interventions: { readonly features: readonly Intervention[] };
}

export interface VersionedProposal {
  readonly proposal: Proposal;
  readonly isExample: boolean;
  readonly version: number;
  readonly updatedAt: string;
}

export async function listProposals(area: string): Promise<readonly ProposalSummary[]> {
  const path = `/api/proposals?area=${encodeURIComponent(area)}&limit=1000`;
  return (await request<{ proposals: readonly ProposalSummary[] }>(path)).data.proposals;
}

export async function readProposal(id: string): Promise<VersionedProposal> {
  return versioned((await request<StoredProposal>(at(id))).data);
}

export async function createOnService(proposal: Proposal): Promise<VersionedProposal> {
  const body = { id: proposal.id, ...written(proposal) };
  return versioned(
    (await request<StoredProposal>('/api/proposals', { method: 'POST', body })).data,
  );
}

export async function replaceOnService(
  proposal: Proposal,
  ifVersion: number,
): Promise<VersionedProposal> {
  const body = written(proposal);
  const answer = await request<StoredProposal>(at(proposal.id), { method: 'PUT', body, ifVersion });
  return versioned(answer.data);
}

export async function deleteOnService(id: string, ifVersion: number): Promise<void> {
  await request(at(id), { method: 'DELETE', ifVersion });
}

/** The state the service holds, out of its refusal of a stale write. */
export function readCurrent(current: unknown): VersionedProposal | null {
  return typeof current === 'object' && current !== null && 'interventions' in current
    ? versioned(current as StoredProposal)
    : null;
}

function versioned(stored: StoredProposal): VersionedProposal {
  return {
    proposal: createProposal({
      id: stored.id,
      area: stored.area,
      name: stored.name,
      description: stored.description ?? '',
      interventions: stored.interventions.features.map(({ id, geometry, properties }) => ({
        type: 'Feature',
        id: String(id),
        geometry,
        properties,
      })),
    }),
    isExample: stored.is_example,
    version: stored.version,
    updatedAt: stored.updated_at,
  };
}

function written({ area, name, description, interventions }: Proposal) {
  return { area, name, description, interventions: collection(interventions) };
}

const at = (id: string): string => `/api/proposals/${encodeURIComponent(id)}`;
