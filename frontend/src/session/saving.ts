import { signal } from '@preact/signals';
import { ServiceProblem } from '../api/problem';
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
import { history, onChange, proposal, show } from './workspace';

export interface Conflict {
  readonly mine: Draft;
  /** What the service holds; null when it was deleted there. */
  readonly theirs: VersionedProposal | null;
}

export type SaveState =
  | { readonly kind: 'nothing' | 'saving' | 'away' | 'full' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'refused'; readonly why: string }
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
      history: changed,
      version: known?.version ?? null,
      unsent: true,
      changedAt: new Date().toISOString(),
    };
    try {
      outbox.put(draft);
    } catch {
      saveState.value = { kind: 'full' };
      return;
    }
    if (saveState.peek().kind !== 'conflict') saveState.value = { kind: 'saving' };
    schedule(SETTLE_MS);
  });
  window.addEventListener('online', () => schedule(0));
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
  outbox.put({ ...now, version: stored.version, unsent });
  savedCount.value += 1;
  if (unsent) schedule(0);
  else tell(sent.id, { kind: 'saved', at: stored.updatedAt });
}

function refused(draft: Draft, error: unknown): void {
  const id = draft.history.present.id;
  if (!(error instanceof ServiceProblem) || error.status >= 500) {
    tell(id, { kind: 'away' });
    schedule(RETRY_MS);
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
  outbox.put({ ...now, version: theirs.version, unsent });
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
  outbox.put(draftOf(current, theirs?.version ?? null, true));
  saveState.value = { kind: 'saving' };
  schedule(0);
}

/** The other version wins; mine is one undo away. */
export function takeTheirs({ theirs }: Conflict): void {
  const current = history.peek();
  if (current === null || theirs === null) return;
  const next = commit(current, theirs.proposal);
  outbox.put(draftOf(next, theirs.version, false));
  show(next);
  saveState.value = { kind: 'saved', at: theirs.updatedAt };
}

/** Both live on: mine under a new name, theirs under the old. */
export function keepMineAsCopy({ theirs }: Conflict): void {
  const current = history.peek();
  if (current === null) return;
  const mine = current.present;
  const name = messages.peek().conflict.copyName(mine.name);
  const copy = startHistory(createProposal({ ...mine, id: newId(), name }));
  outbox.put(draftOf(copy, null, true));
  if (theirs === null) outbox.delete(mine.id);
  else outbox.put(draftOf(commit(current, theirs.proposal), theirs.version, false));
  show(copy);
  saveState.value = { kind: 'saving' };
  schedule(0);
}

function draftOf(kept: Draft['history'], version: number | null, unsent: boolean): Draft {
  return { history: kept, version, unsent, changedAt: new Date().toISOString() };
}
