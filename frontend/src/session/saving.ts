import { signal } from '@preact/signals';
import { isRestarting, ServiceProblem } from '../api/problem';
import {
  createOnService,
  readCurrent,
  replaceOnService,
  type VersionedProposal,
} from '../api/proposals';
import { commit, startHistory } from '../core/history';
import { newId } from '../core/new-id';
import { type Draft, Outbox } from '../core/outbox';
import { createProposal, type Proposal } from '../core/proposal';
import { isOwnState, sameDrawing } from '../core/same-drawing';
import { messages } from '../i18n/language';
import { trialId } from './trial';
import { history, isExample, onChange, proposal, show } from './workspace';

export interface Conflict {
  readonly mine: Draft;
  /** What the service holds; null when it was deleted there. */
  readonly theirs: VersionedProposal | null;
}

export type SaveState =
  | { readonly kind: 'nothing' | 'saving' | 'away' | 'restarting' | 'full' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'refused' | 'forbidden'; readonly why: string }
  | { readonly kind: 'conflict'; readonly conflict: Conflict };

export const saveState = signal<SaveState>({ kind: 'nothing' });
/** Counts up whenever the list of proposals may look different. */
export const savedCount = signal(0);

export const outbox = new Outbox(localStorage);

const SETTLE_MS = 300;
const RETRY_MS = 3_000;
let timer: ReturnType<typeof setTimeout> | undefined;
let sending: Promise<void> | null = null;

/** Write every change to this device first, then send it. */
export function keepSaved(): void {
  onChange((changed) => {
    const id = changed.present.id;
    // What is only tried out is thrown away unless it is kept, so it is written nowhere.
    if (id === trialId.peek()) return;
    const known = outbox.get(id);
    const draft: Draft = {
      history: ontoOtherPages(changed, known),
      version: known?.version ?? null,
      unsent: true,
      changedAt: new Date().toISOString(),
    };
    const fits = keepDraft(draft);
    if (saveState.peek().kind !== 'conflict') {
      saveState.value = { kind: fits ? 'saving' : 'full' };
    }
    schedule(SETTLE_MS);
  });
  window.addEventListener('online', () => schedule(0));
  schedule(0);
}

/** Write a draft to this device; false when there is no room, and it lives in memory alone. */
export function keepDraft(draft: Draft): boolean {
  try {
    outbox.put(draft);
    return true;
  } catch {
    return false;
  }
}

/** Another page may have drawn meanwhile: then this change comes on top, and theirs can be undone to. */
function ontoOtherPages(changed: Draft['history'], known: Draft | null): Draft['history'] {
  if (known === null || !outbox.isFromElsewhere(known)) return changed;
  const both = commit(known.history, changed.present);
  history.value = both;
  return both;
}

/** Have the service know the open proposal, though nothing is drawn on it yet. */
export function keepOpen(): void {
  const open = history.peek();
  if (open === null || isExample.peek() || open.present.id === trialId.peek()) return;
  if (outbox.get(open.present.id) !== null) return;
  keepDraft(draftOf(open, null, true));
  schedule(0);
}

export function saveNow(): void {
  schedule(0);
}

function schedule(delayMs: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void flush(), delayMs);
}

/** Send what the service lacks, one at a time; what fails stays in the outbox. */
async function flush(): Promise<void> {
  if (sending !== null) {
    await sending;
    schedule(0);
    return;
  }
  sending = sendAll();
  try {
    await sending;
  } finally {
    sending = null;
  }
}

async function sendAll(): Promise<void> {
  for (const draft of outbox.unsent()) {
    const id = draft.history.present.id;
    const state = saveState.peek();
    if (state.kind === 'conflict' && state.conflict.mine.history.present.id === id) continue;
    await send(draft);
  }
}

async function send(draft: Draft): Promise<void> {
  const sent = draft.history.present;
  try {
    const stored =
      draft.version === null
        ? await createOnService(sent)
        : await replaceOnService(sent, draft.version);
    confirm(sent, stored);
  } catch (error) {
    refused(draft, error);
  }
}

/** Mark as sent, unless the person drew on meanwhile: then only the version is new. */
function confirm(sent: Proposal, stored: VersionedProposal): void {
  const now = outbox.get(sent.id);
  if (now === null) return;
  const unsent = !sameDrawing(now.history.present, sent);
  updateDraft({ ...now, version: stored.version, unsent });
  savedCount.value += 1;
  if (unsent) schedule(0);
  else tell(sent.id, { kind: 'saved', at: stored.updatedAt });
}

/** The service has it, whatever there is room for here. */
function updateDraft(draft: Draft): void {
  try {
    outbox.update(draft);
  } catch {
    // It stays in memory, where `isLoose` tells of it.
  }
}

function refused(draft: Draft, error: unknown): void {
  const id = draft.history.present.id;
  if (!(error instanceof ServiceProblem) || error.status >= 500) {
    const away = isRestarting(error) ? 'restarting' : 'away';
    tell(id, { kind: outbox.isLoose(id) ? 'full' : away });
    schedule(isRestarting(error) ? (error.waitMs ?? RETRY_MS) : RETRY_MS);
  } else if (error.status === 403) {
    tell(id, { kind: 'forbidden', why: error.message });
  } else if (error.status === 412 || error.status === 404 || error.status === 409) {
    const theirs = readCurrent(error.body.current);
    if (theirs !== null && resume(id, theirs)) return;
    tell(id, { kind: 'conflict', conflict: { mine: outbox.get(id) ?? draft, theirs } });
  } else {
    tell(id, { kind: 'refused', why: error.message });
  }
}

/** An own write whose answer was lost: take up its version and send what came after. */
function resume(id: string, theirs: VersionedProposal): boolean {
  const now = outbox.get(id);
  if (now === null || !isOwnState(now.history, theirs.proposal)) return false;
  const unsent = !sameDrawing(now.history.present, theirs.proposal);
  updateDraft({ ...now, version: theirs.version, unsent });
  if (unsent) schedule(0);
  else tell(id, { kind: 'saved', at: theirs.updatedAt });
  return true;
}

function tell(id: string, state: SaveState): void {
  if (proposal.peek()?.id === id) saveState.value = state;
}

/** The person's own version wins; the other one stays in the service's list of revisions. */
export function keepMine({ theirs }: Conflict): void {
  const current = history.peek();
  if (current === null) return;
  keepDraft(draftOf(current, theirs?.version ?? null, true));
  saveState.value = { kind: 'saving' };
  schedule(0);
}

/** The other version wins; mine is one undo away. */
export function takeTheirs({ theirs }: Conflict): void {
  const current = history.peek();
  if (current === null || theirs === null) return;
  const next = commit(current, theirs.proposal);
  keepDraft(draftOf(next, theirs.version, false));
  show(next);
  saveState.value = { kind: 'saved', at: theirs.updatedAt };
}

/** Both live on: mine under a new name, theirs under the old. */
export function keepMineAsCopy({ theirs }: Conflict): void {
  const current = history.peek();
  if (current === null) return;
  const mine = current.present;
  if (theirs === null) outbox.delete(mine.id);
  else keepDraft(draftOf(commit(current, theirs.proposal), theirs.version, false));
  showCopyOf(mine);
}

/** What may not be changed is left as it is; the own drawing goes on as a proposal of its own. */
export function keepForbiddenAsCopy(): void {
  const mine = proposal.peek();
  if (mine === null) return;
  outbox.delete(mine.id);
  showCopyOf(mine);
}

function showCopyOf(mine: Proposal): void {
  const name = messages.peek().conflict.copyName(mine.name);
  const copy = startHistory(createProposal({ ...mine, id: newId(), name }));
  const fits = keepDraft(draftOf(copy, null, true));
  show(copy);
  saveState.value = { kind: fits ? 'saving' : 'full' };
  schedule(0);
}

function draftOf(kept: Draft['history'], version: number | null, unsent: boolean): Draft {
  return { history: kept, version, unsent, changedAt: new Date().toISOString() };
}
