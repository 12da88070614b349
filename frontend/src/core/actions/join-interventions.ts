import { deepFreeze } from '../freeze';
import { joinedLine } from '../line-join';
import { findIntervention, type Proposal } from '../proposal';

/** Make one line of two that share an end; it keeps the first's id and properties. */
export function joinInterventions(proposal: Proposal, id: string, otherId: string): Proposal {
  const first = findIntervention(proposal, id)?.geometry;
  const second = findIntervention(proposal, otherId)?.geometry;
  if (first?.type !== 'LineString' || second?.type !== 'LineString') return proposal;
  const coordinates = joinedLine(first.coordinates, second.coordinates);
  if (coordinates === null) return proposal;
  return deepFreeze({
    ...proposal,
    interventions: proposal.interventions
      .filter((intervention) => intervention.id !== otherId)
      .map((intervention) =>
        intervention.id === id
          ? {
              ...intervention,
              geometry: { type: 'LineString' as const, coordinates: structuredClone(coordinates) },
            }
          : intervention,
      ),
  });
}
