import { deepFreeze } from '../freeze';
import { type LineCut, splitLine } from '../line-cut';
import type { Proposal } from '../proposal';

/**
 * Cut a drawn line in two with the same properties, the second right after the first.
 *
 * The first half keeps the id. Where the cut leaves no two lines the proposal stays the same.
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
    return halves.map((coordinates, index) => ({
      ...intervention,
      id: index === 0 ? id : secondId,
      geometry: { type: 'LineString' as const, coordinates: structuredClone(coordinates) },
    }));
  });
  if (interventions.length === proposal.interventions.length) return proposal;
  return deepFreeze({ ...proposal, interventions });
}
