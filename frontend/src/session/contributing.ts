import { effect, signal, untracked } from '@preact/signals';
import { type SharedOut, shareOut } from '../api/contributions';
import { isAbort, ServiceAway } from '../api/problem';
import type { ContributionMeasure } from '../core/contribution-bars';
import type { Intervention } from '../core/proposal';
import { answer } from './assessment';
import { streetMode } from './lens';
import { areaId } from './place';
import { walker } from './walker';
import { interventions } from './workspace';

/** What each drawn change contributes: worked out when the reader asks, and kept until asked again. */
export interface Contributing {
  readonly state: 'idle' | 'stopped' | 'working' | 'ready' | 'failed' | 'away';
  /** The last answer that came, with what it answers. */
  readonly told: SharedOut | null;
  readonly asked: Asked | null;
  readonly tookMs: number;
  readonly why: string;
}

interface Asked {
  readonly area: string;
  readonly drawn: readonly Intervention[];
  readonly walker: string | null;
  readonly mode: string;
}

const NOTHING: Contributing = { state: 'idle', told: null, asked: null, tookMs: 0, why: '' };
/** What came this soon is worked out anew after an edit; the rest waits for the reader. */
const QUICK_MS = 700;

export const contributing = signal<Contributing>(NOTHING);
/** Whether the section is open: nothing is asked for behind a shut one. */
export const contributionsShown = signal(false);
export const contributionMeasure = signal<ContributionMeasure>('all');

let running: AbortController | null = null;
let runningFor: readonly Intervention[] | null = null;

/** Whether what is told belongs to what is drawn and asked about now. */
export function isFreshContribution({ asked }: Contributing): boolean {
  return (
    asked !== null &&
    asked.area === areaId.value &&
    asked.drawn === interventions.value &&
    asked.walker === (walker.value?.id ?? null) &&
    asked.mode === streetMode.value
  );
}

/**
 * Ask when the section is opened; follow edits only while the answer is quick.
 *
 * An edit ends a question about the drawing before it: the live numbers come first.
 */
export function keepContributions(): void {
  effect(() => {
    areaId.value;
    running?.abort();
    contributing.value = NOTHING;
  });
  effect(() => {
    const drawn = interventions.value;
    untracked(() => {
      if (contributing.value.state === 'working' && runningFor !== drawn) stopContributions();
    });
  });
  effect(() => {
    if (!contributionsShown.value) return;
    streetMode.value;
    if (answer.value !== null) untracked(refresh);
  });
}

function refresh(): void {
  const now = contributing.peek();
  if (now.state === 'idle') void askContributions();
  else if (now.state !== 'ready' || isFreshContribution(now)) return;
  else if (now.tookMs <= QUICK_MS) void askContributions();
}

export async function askContributions(): Promise<void> {
  const area = areaId.peek();
  if (area === null) return;
  running?.abort();
  const current = new AbortController();
  running = current;
  runningFor = interventions.peek();
  const asked: Asked = {
    area,
    drawn: interventions.peek(),
    walker: walker.peek()?.id ?? null,
    mode: streetMode.peek(),
  };
  const before = contributing.peek();
  contributing.value = { ...before, state: 'working', why: '' };
  try {
    const began = performance.now();
    const told = await shareOut({ ...asked, signal: current.signal });
    if (current.signal.aborted) return;
    const tookMs = performance.now() - began;
    contributing.value = { state: 'ready', told, asked, tookMs, why: '' };
  } catch (error) {
    if (current.signal.aborted || isAbort(error)) return;
    const state = error instanceof ServiceAway ? 'away' : 'failed';
    const why = error instanceof Error ? error.message : String(error);
    contributing.value = { ...before, state, why };
  }
}

/** Stop waiting; the service hears it and stops too. What was told before is shown again. */
export function stopContributions(): void {
  running?.abort();
  const { told, asked, tookMs } = contributing.peek();
  const state = told === null ? 'stopped' : 'ready';
  contributing.value = { ...NOTHING, told, asked, tookMs, state };
}
