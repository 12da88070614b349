import type { Issue } from './issue';
import type { Intervention, Phase, Proposal } from './proposal';

export const MOST_PHASES = 5;
export const PHASE_NAME_CHARACTERS = 60;
/** The programme has two steps: first the plan, then the projects. */
export const USUAL_PHASES = 2;

/** A phase with its number, whether the proposal names it or not. */
export interface NumberedPhase extends Phase {
  readonly number: number;
}

/** The phase a change is built in; the first, where it says nothing. */
export function phaseOf({ properties: { phase } }: Intervention): number {
  return typeof phase === 'number' && Number.isInteger(phase) && phase >= 1 && phase <= MOST_PHASES
    ? phase
    : 1;
}

/** Everything that stands once a phase is built. */
export function drawnUntil(
  interventions: readonly Intervention[],
  phase: number,
): readonly Intervention[] {
  return interventions.filter((intervention) => phaseOf(intervention) <= phase);
}

/** Every phase there is: those that are named, those that are used, and the programme's two. */
export function phasesOf({ settings, interventions }: Proposal): readonly NumberedPhase[] {
  const named = settings?.phases ?? [];
  const usual = named.length === 0 ? USUAL_PHASES : named.length;
  const count = Math.max(usual, ...interventions.map(phaseOf));
  return Array.from({ length: count }, (_, index) => ({
    ...(named[index] ?? { name: '' }),
    number: index + 1,
  }));
}

/** Whether the drawing is built in more than one go. */
export function isPhased(interventions: readonly Intervention[]): boolean {
  return new Set(interventions.map(phaseOf)).size > 1;
}

/** What only comes up because something is built later: not said of the drawing as a whole. */
export function issuesOfPhase(issues: readonly Issue[], whole: readonly Issue[]): readonly Issue[] {
  const known = new Set(whole.map(nameOf));
  return issues.filter((issue) => issue.severity !== 'note' && !known.has(nameOf(issue)));
}

function nameOf({ code, feature }: Issue): string {
  return `${code} ${feature}`;
}
