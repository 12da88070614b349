import { computed, effect, signal, untracked } from '@preact/signals';
import { type AssessAnswer, assessMeasures } from '../api/assess';
import { isAbort, ServiceAway, ServiceProblem } from '../api/problem';
import type { Issue } from '../core/issue';
import type { PhaseStep } from '../core/phase-steps';
import { STEP_INDICATORS } from '../core/phase-steps';
import { drawnUntil, isPhased, issuesOfPhase, phasesOf } from '../core/phases';
import type { Intervention } from '../core/proposal';
import { answer } from './assessment';
import { phasesOpen } from './money';
import { areaId } from './place';
import { settings } from './settings';
import { travel } from './travel';
import { walker } from './walker';
import { phaseLook, proposal } from './workspace';

/** Every phase of the open proposal, named or not. */
export const phases = computed(() => (proposal.value === null ? [] : phasesOf(proposal.value)));
export const phased = computed(() => isPhased(proposal.value?.interventions ?? []));

/** What each phase comes to; while new numbers are worked out they are kept. */
export const steps = signal<readonly PhaseStep[]>([]);
export const stepsState = signal<'idle' | 'working' | 'ready' | 'away' | 'failed'>('idle');
/** Which drawing the steps belong to. */
const stepsOf = signal<readonly Intervention[] | null>(null);
export const areFreshSteps = computed(() => stepsOf.value === proposal.value?.interventions);

let running: AbortController | null = null;

/** Work out what stands after each phase once the live answer is there, while somebody looks. */
export function keepPhased(): void {
  effect(() => {
    areaId.value;
    steps.value = [];
    stepsOf.value = null;
  });
  effect(() => {
    const wanted = phasesOpen.value && phased.value;
    const count = phases.value.length;
    const ready = answer.value !== null;
    running?.abort();
    if (wanted && ready && count > 0) untracked(() => void askSteps());
  });
}

export async function askSteps(): Promise<void> {
  const area = areaId.peek();
  const drawn = proposal.peek()?.interventions;
  if (area === null || drawn === undefined) return;
  running?.abort();
  const current = new AbortController();
  running = current;
  stepsState.value = 'working';
  try {
    const parts = phases.peek().map(({ number }) => drawnUntil(drawn, number));
    const given = await Promise.all(parts.map((part) => askPart(area, part, current.signal)));
    if (current.signal.aborted) return;
    const whole = given.at(-1)?.issues ?? [];
    steps.value = given.map(({ rows, issues, ok }, index) => ({
      phase: index + 1,
      rows,
      issues: index === given.length - 1 ? [] : issuesOfPhase(issues, whole),
      ok,
    }));
    stepsOf.value = drawn;
    stepsState.value = 'ready';
  } catch (error) {
    if (current.signal.aborted || isAbort(error)) return;
    stepsState.value = error instanceof ServiceAway ? 'away' : 'failed';
  }
}

interface Part {
  readonly rows: AssessAnswer['indicators'];
  readonly issues: readonly Issue[];
  readonly ok: boolean;
}

/** What stands by then, on its own: it may be that it cannot. */
async function askPart(
  area: string,
  drawn: readonly Intervention[],
  stop: AbortSignal,
): Promise<Part> {
  try {
    const given = await assessMeasures({
      area,
      drawn,
      settings: settings.peek(),
      walker: walker.peek()?.id ?? null,
      travel: travel.peek(),
      indicators: STEP_INDICATORS,
      signal: stop,
    });
    return { rows: given.indicators, issues: given.issues, ok: true };
  } catch (error) {
    if (error instanceof ServiceProblem && error.body.issues !== undefined) {
      return { rows: [], issues: error.body.issues, ok: false };
    }
    throw error;
  }
}

/** Look at the place as it stands after a phase; null for the whole proposal. */
export function lookAfter(phase: number | null): void {
  const last = phases.peek().length;
  phaseLook.value = phase === last ? null : phase;
}
