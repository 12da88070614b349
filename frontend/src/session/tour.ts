import { computed, effect, signal, untracked } from '@preact/signals';
import { listExamples, readProposal } from '../api/proposals';
import { describeProposal } from '../core/actions/describe-proposal';
import { startHistory } from '../core/history';
import { defaultProperties } from '../core/kinds';
import { newId } from '../core/new-id';
import { readAddress } from '../core/page-address';
import { createProposal, type Proposal } from '../core/proposal';
import { TOUR, type TourStep } from '../core/tour';
import { messages } from '../i18n/language';
import { compared } from './comparing';
import { spoken, tool } from './drawing';
import { showingBefore } from './lens';
import { goToArea } from './navigation';
import { notice, startNew } from './opening';
import { areaId } from './place';
import { saveState } from './saving';
import { trialId } from './trial';
import { act, history, interventions, proposal, show } from './workspace';

/** The estate whose example the tour is taken on. */
const TOUR_AREA = 'taastrupgaard';
const REMEMBERED = 'forbind.tour';

/** `null` while no tour is taken; otherwise the step, and one past the last for the farewell. */
export const tourStep = signal<number | null>(null);
/** Offered once: not after a tour, and not after a “no thank you”. */
export const tourOffered = signal(localStorage.getItem(REMEMBERED) === null);

export const currentStep = computed<TourStep | null>(() =>
  tourStep.value === null ? null : (TOUR[tourStep.value] ?? null),
);
export const atFarewell = computed(() => tourStep.value === TOUR.length);

export function declineTour(): void {
  localStorage.setItem(REMEMBERED, 'declined');
  tourOffered.value = false;
}

/** The link to what was open before, to go back to; null when nothing was. */
let cameFrom: string | null = null;

/** Open a copy of the example that lives in this page only, and begin. */
export async function startTour(): Promise<void> {
  localStorage.setItem(REMEMBERED, 'taken');
  tourOffered.value = false;
  cameFrom = readAddress(location.hash).proposal === null ? null : location.hash;
  if (areaId.peek() !== TOUR_AREA || compared.peek() !== null) goToArea(TOUR_AREA);
  const example = await findExample();
  if (example === null) {
    notice.value = messages.peek().status.serviceAway;
    return;
  }
  const name = messages.peek().tour.copyName;
  const copy = createProposal({ ...example, id: newId(), name });
  trialId.value = copy.id;
  show(startHistory(copy));
  saveState.value = { kind: 'nothing' };
  tourStep.value = 0;
}

async function findExample(): Promise<Proposal | null> {
  try {
    const [row] = await listExamples(TOUR_AREA);
    return row === undefined ? null : (await readProposal(row.id)).proposal;
  } catch {
    return null;
  }
}

export function goOnTour(steps: 1 | -1): void {
  const now = tourStep.peek();
  if (now === null) return;
  const next = Math.min(TOUR.length, Math.max(0, now + steps));
  tourStep.value = next;
  if (TOUR[next]?.task === 'draw') takePath();
  else if (tool.peek() !== null) tool.value = null;
}

function takePath(): void {
  if (tool.peek()?.kind === 'connection') return;
  const properties = defaultProperties('connection');
  tool.value = { kind: 'connection', shape: 'LineString', properties, pick: false };
}

/** End it. What was drawn on the copy goes, unless it is kept. */
export function endTour(keep: boolean): void {
  if (tourStep.peek() === null) return;
  const copy = proposal.peek();
  tool.value = null;
  tourStep.value = null;
  if (copy === null || copy.id !== trialId.peek()) return;
  trialId.value = null;
  if (keep) {
    // From here on it is an ordinary proposal: this change writes it down.
    act((present) => describeProposal(present, { name: messages.peek().tour.keptName }));
    return;
  }
  if (cameFrom === null) startNew(copy.area);
  else location.hash = cameFrom;
  spoken.value = messages.peek().tour.thrownAway;
}

/** Go on by itself when the person has done what a step asks for. */
export function keepTour(): void {
  let wasHeld = false;
  let drawnBefore = 0;
  effect(() => {
    const task = currentStep.value?.task ?? null;
    wasHeld = false;
    drawnBefore = task === 'draw' ? interventions.peek().length : 0;
  });
  effect(() => {
    const held = showingBefore.value;
    if (untracked(() => currentStep.value?.task) !== 'before') return;
    if (held) wasHeld = true;
    else if (wasHeld) untracked(() => goOnTour(1));
  });
  effect(() => {
    const count = interventions.value.length;
    if (untracked(() => currentStep.value?.task) !== 'draw') return;
    if (count > drawnBefore) untracked(() => goOnTour(1));
  });
  effect(() => {
    const inHand = tool.value?.kind === 'connection';
    if (inHand && untracked(() => currentStep.value?.task) === 'tool') untracked(() => goOnTour(1));
  });
  // Another proposal, or another area: the tour is over, and its copy with it.
  effect(() => {
    const open = history.value?.present.id ?? null;
    if (untracked(() => tourStep.value) === null || open === trialId.peek()) return;
    untracked(() => {
      tourStep.value = null;
      trialId.value = null;
    });
  });
}
