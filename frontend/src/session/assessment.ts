import { computed, effect, signal } from '@preact/signals';
import { type AssessAnswer, assess } from '../api/assess';
import { isAbort, isRestarting, ServiceAway, ServiceProblem } from '../api/problem';
import type { Issue, Join } from '../core/issue';
import type { Intervention } from '../core/proposal';
import { language } from '../i18n/language';
import { markAnswer } from './answer-timing';
import { areaId } from './place';
import { settings } from './settings';
import { travel } from './travel';
import { walker } from './walker';
import { interventions, proposal } from './workspace';

export type AssessmentState = 'idle' | 'working' | 'ready' | 'invalid' | 'away' | 'failed';

export const assessmentState = signal<AssessmentState>('idle');
/** The last answer that held numbers; kept while a new one is worked out. */
export const answer = signal<AssessAnswer | null>(null);
export const issues = signal<readonly Issue[]>([]);
export const joins = signal<readonly Join[]>([]);
export const failure = signal('');
/** The service is there, and asked for a moment before it can answer. */
export const restarting = signal(false);

export const errors = computed(() => issues.value.filter(({ severity }) => severity === 'error'));

const RETRY_MS = 4_000;
let running: AbortController | null = null;
let retry: ReturnType<typeof setTimeout> | undefined;

/** Ask for the numbers each time the drawing changes; an older question is dropped. */
export function keepAssessed(): void {
  effect(() => {
    const area = areaId.value;
    const drawn = interventions.value;
    language.value;
    settings.value;
    walker.value;
    travel.value;
    if (area === null || proposal.value?.area !== area) return;
    void ask(area, drawn);
  });
}

export function askAgain(): void {
  const area = areaId.peek();
  if (area !== null) void ask(area, interventions.peek());
}

async function ask(area: string, drawn: readonly Intervention[]): Promise<void> {
  running?.abort();
  clearTimeout(retry);
  const current = new AbortController();
  running = current;
  if (answer.peek()?.area !== area) answer.value = null;
  assessmentState.value = 'working';
  try {
    const given = await assess({
      area,
      drawn,
      settings: settings.peek(),
      walker: walker.peek()?.id ?? null,
      travel: travel.peek(),
      signal: current.signal,
    });
    if (current.signal.aborted) return;
    markAnswer();
    answer.value = given;
    issues.value = given.issues;
    joins.value = given.joins;
    assessmentState.value = 'ready';
  } catch (error) {
    if (!current.signal.aborted && !isAbort(error)) refuse(error);
  }
}

function refuse(error: unknown): void {
  if (error instanceof ServiceProblem && error.body.issues !== undefined) {
    issues.value = error.body.issues;
    joins.value = error.body.joins ?? [];
    assessmentState.value = 'invalid';
  } else if (error instanceof ServiceAway || isRestarting(error)) {
    restarting.value = isRestarting(error);
    assessmentState.value = 'away';
    retry = setTimeout(askAgain, isRestarting(error) ? (error.waitMs ?? RETRY_MS) : RETRY_MS);
  } else {
    failure.value = error instanceof Error ? error.message : String(error);
    assessmentState.value = 'failed';
  }
}
