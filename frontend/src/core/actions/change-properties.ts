import { deepFreeze } from '../freeze';
import type { InterventionProperties, JsonValue, Proposal } from '../proposal';

/** Set properties of one intervention; a value of `undefined` takes the property away. */
export function changeProperties(
  proposal: Proposal,
  id: string,
  changes: Readonly<Record<string, JsonValue | undefined>>,
): Proposal {
  return deepFreeze({
    ...proposal,
    interventions: proposal.interventions.map((intervention) =>
      intervention.id === id
        ? { ...intervention, properties: merged(intervention.properties, changes) }
        : intervention,
    ),
  });
}

function merged(
  properties: InterventionProperties,
  changes: Readonly<Record<string, JsonValue | undefined>>,
): InterventionProperties {
  const kept: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries({ ...properties, ...changes })) {
    if (value !== undefined) kept[key] = value;
  }
  return { ...kept, kind: properties.kind };
}
