import { deepFreeze } from '../freeze';
import { type LineCut, splitLine } from '../line-cut';
import { lengthM } from '../measure';
import type { Proposal } from '../proposal';
import { sharedCost } from '../stated-cost';

/**
 * Cut a drawn line in two with the same properties, the second right after the first.
 *
 * The first half keeps the id; a stated price is shared out by length. Where the cut leaves no two lines the proposal stays the same.
 */
export function splitIntervention(
  proposal: Proposal,
  id: string,
  cut: LineCut,
  secondId: string,
): Proposal {
  const interventions = proposal.interventions.flatMap((intervention) => {
    const { geometry } = intervention;
    if (intervention.id !== id || geometry.type !== 'LineString') return [intervention];
    const halves = splitLine(geometry.coordinates, cut);
    if (halves === null) return [intervention];
    const [firstM, secondM] = [lengthM(halves[0]), lengthM(halves[1])];
    const properties = sharedCost(intervention.properties, [firstM, secondM]);
    return halves.map((coordinates, index) => ({
      ...intervention,
      id: index === 0 ? id : secondId,
      properties: properties[index] ?? intervention.properties,
      geometry: { type: 'LineString' as const, coordinates: structuredClone(coordinates) },
    }));
  });
  if (interventions.length === proposal.interventions.length) return proposal;
  return deepFreeze({ ...proposal, interventions });
}
