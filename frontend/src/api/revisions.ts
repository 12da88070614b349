import type { Proposal } from '../core/proposal';
import { readCurrent, type VersionedProposal } from './proposals';
import { answered, service } from './request';

/** What a proposal was after one change. */
export interface Revision {
  readonly version: number;
  readonly action: string;
  readonly at: string;
  readonly proposal: Proposal;
}

export interface RevisionPage {
  readonly revisions: readonly Revision[];
  readonly count: number;
}

/** What a proposal has been, newest first. */
export async function readRevisions(
  id: string,
  limit: number,
  offset: number,
): Promise<RevisionPage> {
  const query = { newest_first: true, snapshots: true, limit, offset };
  const params = { path: { proposal_id: id }, query };
  const page = await answered(service.GET('/api/proposals/{proposal_id}/revisions', { params }));
  return {
    count: page.numberMatched,
    revisions: page.revisions.map(({ version, action, created_at: at, snapshot }) => ({
      version,
      action,
      at,
      proposal: whole(readCurrent(snapshot)).proposal,
    })),
  };
}

/** What a proposal was when it was last there; a deleted one keeps its history. */
export async function readLastVersion(id: string): Promise<Proposal> {
  const [last] = (await readRevisions(id, 1, 0)).revisions;
  if (last === undefined) throw new Error(`${id} has no history`);
  return last.proposal;
}

function whole(stored: VersionedProposal | null): VersionedProposal {
  if (stored === null) throw new Error('the service sent a version without its drawing');
  return stored;
}
