import { deepFreeze } from '../freeze';
import { moveBy } from '../nudge';
import type { Proposal } from '../proposal';

/** Add a copy of one intervention, so many metres away, right after it and with its own id. */
export function duplicateIntervention(
  proposal: Proposal,
  id: string,
  copyId: string,
  eastM: number,
  northM: number,
): Proposal {
  const interventions = proposal.interventions.flatMap((intervention) => {
    if (intervention.id !== id) return [intervention];
    const geometry = moveBy(intervention.geometry, null, eastM, northM);
    return [intervention, { ...structuredClone(intervention), id: copyId, geometry }];
  });
  return deepFreeze({ ...proposal, interventions });
}
