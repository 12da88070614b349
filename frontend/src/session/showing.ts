import { computed, signal } from '@preact/signals';
import type { IndicatorMethod } from '../api/indicators';
import { cardFinding, type Finding } from '../core/findings';
import type { Lens } from '../core/indicator-row';
import { CARDS, type CardId, groupOf, measuresOf } from '../core/measures';
import type { MapPlace } from '../core/page-address';
import { clampStep, pictureOf, STEPS, type StepId, stepAt } from '../core/presentation';
import { middleOf } from '../core/surface';
import { answer } from './assessment';
import { BOUNDARY } from './boundary';
import { tool } from './drawing';
import { lens, showingBefore } from './lens';
import { allRows } from './on-demand';
import { area } from './place';
import { REACH, reachDirection, reachFrom } from './reach';
import { registry } from './registry';
import { SEVERANCE } from './severance';
import { streetThemes, theme } from './theme';
import { inspected } from './things';
import { selectedId } from './workspace';

/** What was on the page before it went on the wall: Escape brings it back. */
interface Kept {
  readonly lens: Lens;
  readonly theme: string;
  readonly at: MapPlace | null;
  readonly reach: {
    readonly from: typeof reachFrom.value;
    readonly direction: typeof reachDirection.value;
  };
}

/** The presentation: which step is on the wall, and what to go back to. Null while it is not shown. */
export const showing = signal<{ readonly step: number; readonly kept: Kept } | null>(null);

export const shownStep = computed<StepId>(() => stepAt(showing.value?.step ?? 0));

/** The reader's own question: the steps bend the lens, and the findings must not bend with it. */
export const askedLens = computed<Lens>(() => showing.value?.kept.lens ?? lens.value);

/** What the page says to each of the five questions; null where nothing is known yet. */
export const cardFindings = computed<ReadonlyMap<CardId, Finding | null>>(() => {
  const rows = allRows.value;
  const look = askedLens.value;
  const homes = answer.value?.homes ?? null;
  return new Map(
    CARDS.map((card) => {
      const measures = measuresOf<IndicatorMethod>(registry.value, rows, groupOf(card), look);
      return [card, cardFinding(card, rows, measures, look, homes)];
    }),
  );
});

export function beginShow(at: MapPlace | null, step = 0): void {
  if (area.peek() === null || showing.peek() !== null) return;
  tool.value = null;
  selectedId.value = null;
  inspected.value = null;
  const reach = { from: reachFrom.peek(), direction: reachDirection.peek() };
  const kept = { lens: lens.peek(), theme: theme.peek(), at, reach };
  showing.value = { step: clampStep(step), kept };
}

export function leaveShow(): void {
  const now = showing.peek();
  if (now === null) return;
  showingBefore.value = false;
  reachFrom.value = now.kept.reach.from;
  reachDirection.value = now.kept.reach.direction;
  theme.value = now.kept.theme;
  lens.value = now.kept.lens;
  showing.value = null;
}

export function goToStep(step: number): void {
  const now = showing.peek();
  const next = clampStep(step);
  if (now !== null && next !== now.step) showing.value = { ...now, step: next };
}

export function goOn(steps: 1 | -1): void {
  const now = showing.peek();
  if (now !== null) goToStep(now.step + steps);
}

export const atFirstStep = computed(() => showing.value?.step === 0);
export const atLastStep = computed(() => showing.value?.step === STEPS.length - 1);

/** Let the map show what the sentence on the wall says. */
export function showPicture(): void {
  const now = showing.peek();
  const step = shownStep.peek();
  if (now === null) return;
  const row = step === 'story' ? null : (cardFindings.peek().get(step)?.row ?? null);
  const picture =
    step === 'story'
      ? ({ theme: { kind: 'homes' }, category: null } as const)
      : pictureOf(step, row, streetThemes.peek());
  const category = picture.category ?? now.kept.lens.category;
  // Only what differs is set: each of these makes somebody ask the service anew.
  if (lens.peek().category !== category) lens.value = { ...now.kept.lens, category };
  if (picture.theme.kind === 'reach') showWhoComes();
  else
    theme.value = picture.theme.kind === 'streets' ? picture.theme.id : LAYERS[picture.theme.kind];
}

const LAYERS = { homes: 'homes', boundary: BOUNDARY, severance: SEVERANCE } as const;

/** Rings around the middle of the area: who gets here within so many minutes. */
function showWhoComes(): void {
  const opened = area.peek();
  if (opened === null) return;
  const middle = middleOf(opened.geometry);
  reachDirection.value = 'to';
  if (reachFrom.peek()?.join() !== middle.join()) reachFrom.value = middle;
  theme.value = REACH;
}
