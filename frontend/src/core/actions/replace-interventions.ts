import { deepFreeze } from '../freeze';
import type { Intervention, Proposal } from '../proposal';

export function replaceInterventions(
  proposal: Proposal,
  interventions: readonly Intervention[],
): Proposal {
  return deepFreeze({ ...proposal, interventions: structuredClone(interventions) });
}
