import { deepFreeze } from '../freeze';
import { MOST_PHASES, phaseOf } from '../phases';
import type { Intervention, Phase, Proposal, ProposalSettings } from '../proposal';

/** Set a unit price of the proposal; null gives it back its default. */
export function setPrice(proposal: Proposal, name: string, value: number | null): Proposal {
  const { [name]: _, ...others } = proposal.settings?.cost ?? {};
  const cost = value === null ? others : { ...others, [name]: value };
  return withSettings(proposal, { ...proposal.settings, cost });
}

/** Give every unit price back its default. */
export function resetPrices(proposal: Proposal): Proposal {
  return withSettings(proposal, { ...proposal.settings, cost: {} });
}

export function setPhases(proposal: Proposal, phases: readonly Phase[]): Proposal {
  return withSettings(proposal, { ...proposal.settings, phases: phases.slice(0, MOST_PHASES) });
}

/** Take the last phase away; what was to be built in it is built in the one before. */
export function removeLastPhase(proposal: Proposal, phases: readonly Phase[]): Proposal {
  const kept = phases.slice(0, -1);
  if (kept.length === 0) return proposal;
  const interventions = proposal.interventions.map((intervention) =>
    phaseOf(intervention) > kept.length ? inPhase(intervention, kept.length) : intervention,
  );
  return setPhases({ ...proposal, interventions }, kept);
}

function inPhase(intervention: Intervention, phase: number): Intervention {
  return { ...intervention, properties: { ...intervention.properties, phase } };
}

/** What says nothing is left out, so that settings that mean the same are the same. */
function withSettings(proposal: Proposal, { cost = {}, phases = [] }: ProposalSettings): Proposal {
  const settings = {
    ...(Object.keys(cost).length === 0 ? {} : { cost }),
    ...(phases.length === 0 ? {} : { phases }),
  };
  return deepFreeze({ ...proposal, settings });
}
