import { deepFreeze } from '../freeze';
import { joinedLine } from '../line-join';
import { findIntervention, type Proposal } from '../proposal';
import { summedCost } from '../stated-cost';

/** Make one line of two that share an end; it keeps the first's id and properties, and costs both. */
export function joinInterventions(proposal: Proposal, id: string, otherId: string): Proposal {
  const one = findIntervention(proposal, id);
  const other = findIntervention(proposal, otherId);
  if (one?.geometry.type !== 'LineString' || other?.geometry.type !== 'LineString') return proposal;
  const coordinates = joinedLine(one.geometry.coordinates, other.geometry.coordinates);
  if (coordinates === null) return proposal;
  const properties = summedCost(one.properties, other.properties);
  return deepFreeze({
    ...proposal,
    interventions: proposal.interventions
      .filter((intervention) => intervention.id !== otherId)
      .map((intervention) =>
        intervention.id === id
          ? {
              ...intervention,
              properties,
              geometry: { type: 'LineString' as const, coordinates: structuredClone(coordinates) },
            }
          : intervention,
      ),
  });
}
