import { deepFreeze } from '../freeze';
import type { Proposal } from '../proposal';

export function deleteIntervention(proposal: Proposal, id: string): Proposal {
  return deepFreeze({
    ...proposal,
    interventions: proposal.interventions.filter((intervention) => intervention.id !== id),
  });
}
