import { computed, signal } from '@preact/signals';
import { addIntervention } from '../core/actions/add-intervention';
import { deleteIntervention } from '../core/actions/delete-intervention';
import { canRedo, canUndo, commit, type History, redo, startHistory, undo } from '../core/history';
import { newId } from '../core/new-id';
import { drawnUntil } from '../core/phases';
import {
  createProposal,
  findIntervention,
  type Intervention,
  type Proposal,
} from '../core/proposal';
import { language, messages } from '../i18n/language';
import { markEditFinished } from './answer-timing';

const NOTHING: readonly Intervention[] = [];

interface ExampleStory {
  readonly name: string | null;
  readonly description: string | null;
}

/** What is being worked on: the proposal with its history, and what is selected in it. */
export const history = signal<History<Proposal> | null>(null);
export const isExample = signal(false);
/** What an example is called, and tells, in the language of the page. */
export const exampleStory = signal<ExampleStory | null>(null);
/** True while the other of two versions is looked at. */
export const lookingAtOther = signal(false);
/** The phase after which the place is looked at; null for everything that is drawn. */
export const phaseLook = signal<number | null>(null);
/** Nothing can be drawn on an example, on somebody else's version, or on a part of the drawing. */
export const locked = computed(
  () => isExample.value || lookingAtOther.value || phaseLook.value !== null,
);
export const selectedId = signal<string | null>(null);

export const proposal = computed(() => history.value?.present ?? null);
const inEnglish = computed(() =>
  isExample.value && language.value === 'en' ? exampleStory.value : null,
);
/** What is drawn; while one looks at the place after a phase, what stands by then. */
export const interventions = computed(() => {
  const all = proposal.value?.interventions ?? NOTHING;
  return phaseLook.value === null ? all : drawnUntil(all, phaseLook.value);
});
/** The name as this reader sees it. */
export const shownName = computed(() => inEnglish.value?.name ?? proposal.value?.name ?? '');
export const shownDescription = computed(
  () => inEnglish.value?.description ?? proposal.value?.description ?? '',
);
export const undoable = computed(() => history.value !== null && canUndo(history.value));
export const redoable = computed(() => history.value !== null && canRedo(history.value));
export const selected = computed<Intervention | null>(() => {
  const id = selectedId.value;
  return proposal.value !== null && id !== null
    ? (findIntervention(proposal.value, id) ?? null)
    : null;
});

/** Called after every change the person makes; saving hangs on it. */
type ChangeListener = (changed: History<Proposal>) => void;
const listeners = new Set<ChangeListener>();

export function onChange(listener: ChangeListener): void {
  listeners.add(listener);
}

function put(next: History<Proposal>): void {
  if (next === history.peek()) return;
  markEditFinished();
  history.value = next;
  for (const listener of listeners) listener(next);
}

/** Do one action. Examples are read only: nothing changes until they are copied. */
export function act(action: (proposal: Proposal) => Proposal): void {
  const current = history.peek();
  if (current === null || locked.peek()) return;
  put(commit(current, action(current.present)));
}

export function addAndSelect(intervention: Intervention): void {
  act((present) => addIntervention(present, intervention));
  selectedId.value = intervention.id;
}

export function removeIntervention(id: string): void {
  if (selectedId.peek() === id) selectedId.value = null;
  act((present) => deleteIntervention(present, id));
}

export function undoLast(): void {
  const current = history.peek();
  if (current !== null && !locked.peek()) put(undo(current));
}

export function redoNext(): void {
  const current = history.peek();
  if (current !== null && !locked.peek()) put(redo(current));
}

/** Open a history without it counting as a change. */
export function show(opened: History<Proposal>, story: ExampleStory | null = null): void {
  selectedId.value = null;
  exampleStory.value = story;
  isExample.value = story !== null;
  lookingAtOther.value = false;
  phaseLook.value = null;
  history.value = opened;
}

export function blankProposal(area: string): Proposal {
  const name = messages.peek().proposals.untitled;
  return createProposal({ id: newId(), area, name, description: '', interventions: [] });
}

export function showBlank(area: string): void {
  show(startHistory(blankProposal(area)));
}
