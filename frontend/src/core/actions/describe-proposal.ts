import { deepFreeze } from '../freeze';
import type { Proposal } from '../proposal';

export function describeProposal(
  proposal: Proposal,
  words: Partial<Pick<Proposal, 'name' | 'description'>>,
): Proposal {
  return deepFreeze({ ...proposal, ...words });
}
