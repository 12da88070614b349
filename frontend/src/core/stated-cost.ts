import type { InterventionProperties } from './proposal';

/** A stated price of a line that is cut is shared out by length, to the øre, and none of it lost. */
export function sharedCost(
  properties: InterventionProperties,
  [firstM, secondM]: readonly [number, number],
): readonly [InterventionProperties, InterventionProperties] {
  const { cost_kr: cost } = properties;
  if (typeof cost !== 'number') return [properties, properties];
  const first = toOere((cost * firstM) / (firstM + secondM));
  return [
    { ...properties, cost_kr: first },
    { ...properties, cost_kr: toOere(cost - first) },
  ];
}

/** Two lines that become one cost what both did, where both prices are stated. */
export function summedCost(
  first: InterventionProperties,
  second: InterventionProperties,
): InterventionProperties {
  const { cost_kr: one } = first;
  const { cost_kr: other } = second;
  if (typeof one !== 'number' || typeof other !== 'number') return first;
  return { ...first, cost_kr: toOere(one + other) };
}

/** Prices may differ between lines that are otherwise alike, when both are stated. */
export function bothStateCost(one: InterventionProperties, other: InterventionProperties): boolean {
  return typeof one.cost_kr === 'number' && typeof other.cost_kr === 'number';
}

function toOere(kr: number): number {
  return Math.round(kr * 100) / 100;
}
