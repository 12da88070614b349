import { deepFreeze } from '../freeze';
import type { Intervention, Proposal } from '../proposal';

export function addIntervention(proposal: Proposal, intervention: Intervention): Proposal {
  return deepFreeze({
    ...proposal,
    interventions: [...proposal.interventions, structuredClone(intervention)],
  });
}
