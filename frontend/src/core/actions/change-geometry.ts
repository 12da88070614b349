import { deepFreeze } from '../freeze';
import type { DrawnGeometry, Proposal } from '../proposal';

export function changeGeometry(proposal: Proposal, id: string, geometry: DrawnGeometry): Proposal {
  return deepFreeze({
    ...proposal,
    interventions: proposal.interventions.map((intervention) =>
      intervention.id === id
        ? { ...intervention, geometry: structuredClone(geometry) }
        : intervention,
    ),
  });
}
