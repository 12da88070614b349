import type { Position } from 'geojson';
import { distanceM } from './measure';
import type { Intervention, InterventionProperties } from './proposal';
import { bothStateCost } from './stated-cost';

/** Ends this near are the same place. */
const SAME_PLACE_M = 0.5;
/** What two lines may differ in and still become one. */
const LABELS: ReadonlySet<string> = new Set(['name', 'name_en', 'note', 'description']);

/** One line from two that share an end, running as the first does; null where they share none. */
export function joinedLine(
  first: readonly Position[],
  second: readonly Position[],
): Position[] | null {
  const turned = second.toReversed();
  for (const other of [second, turned]) {
    if (meet(first.at(-1), other[0])) return [...first, ...other.slice(1)];
    if (meet(other.at(-1), first[0])) return [...other.slice(0, -1), ...first];
  }
  return null;
}

/** The only other line that can become one with this; null where there is none, or a choice. */
export function joinPartner(
  interventions: readonly Intervention[],
  id: string,
): Intervention | null {
  const chosen = interventions.find((each) => each.id === id);
  if (chosen?.geometry.type !== 'LineString') return null;
  const line = chosen.geometry.coordinates;
  const partners = interventions.filter(
    ({ id: other, geometry, properties }) =>
      other !== id &&
      geometry.type === 'LineString' &&
      sameProperties(properties, chosen.properties) &&
      joinedLine(line, geometry.coordinates) !== null,
  );
  return partners.length === 1 ? (partners[0] ?? null) : null;
}

function sameProperties(one: InterventionProperties, other: InterventionProperties): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every(
    (name) =>
      LABELS.has(name) ||
      (name === 'cost_kr' && bothStateCost(one, other)) ||
      JSON.stringify(one[name]) === JSON.stringify(other[name]),
  );
}

function meet(one: Position | undefined, other: Position | undefined): boolean {
  return one !== undefined && other !== undefined && distanceM(one, other) <= SAME_PLACE_M;
}
