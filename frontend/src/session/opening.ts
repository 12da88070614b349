import { signal } from '@preact/signals';
import { isRestarting, ServiceAway, ServiceProblem } from '../api/problem';
import {
  deleteOnService,
  listProposals,
  type ProposalSummary,
  readProposal,
  type VersionedProposal,
} from '../api/proposals';
import { commit, startHistory } from '../core/history';
import { newId } from '../core/new-id';
import type { Draft } from '../core/outbox';
import { createProposal } from '../core/proposal';
import { language, messages } from '../i18n/language';
import { sayMissing } from './missing';
import { areaId } from './place';
import { keepDraft, outbox, savedCount, saveNow, saveState } from './saving';
import { act, history, proposal, show, showBlank, shownDescription, shownName } from './workspace';

/** A proposal in the list, wherever it lives. */
export interface ListedProposal {
  readonly id: string;
  readonly name: string;
  readonly isExample: boolean;
  readonly onlyHere: boolean;
  readonly changedAt: string;
}

export const listed = signal<readonly ListedProposal[]>([]);
/** A short sentence for the person, shown and read aloud. */
export const notice = signal('');

export async function refreshList(): Promise<void> {
  const area = areaId.peek();
  if (area === null) return;
  let stored: readonly ProposalSummary[] = [];
  try {
    stored = await listProposals(area);
  } catch {
    // The service is away: what is on this device is listed all the same.
  }
  if (area !== areaId.peek()) return;
  const known = new Set(stored.map(({ id }) => id));
  const here = outbox
    .unsent()
    .filter(({ history: { present } }) => present.area === area && !known.has(present.id));
  listed.value = [...here.map(listedDraft), ...stored.map(listedSummary)];
}

function listedDraft({ history: { present }, changedAt }: Draft): ListedProposal {
  return { id: present.id, name: present.name, isExample: false, onlyHere: true, changedAt };
}

function listedSummary(summary: ProposalSummary): ListedProposal {
  const { id, is_example: isExample, updated_at: changedAt } = summary;
  const name = (language.peek() === 'en' ? summary.name_en : null) ?? summary.name;
  return { id, name, isExample, onlyHere: false, changedAt };
}

/** Open a proposal: unsent work on this device first, otherwise what the service holds. */
export async function openProposal(id: string, area: string): Promise<void> {
  const draft = outbox.get(id);
  if (draft?.unsent) {
    outbox.takeUp(draft);
    show(draft.history);
    saveState.value = { kind: 'saving' };
    saveNow();
    return;
  }
  try {
    showStored(await readProposal(id), draft);
  } catch (error) {
    if (draft !== null && (error instanceof ServiceAway || isRestarting(error))) {
      outbox.takeUp(draft);
      show(draft.history);
      saveState.value = { kind: isRestarting(error) ? 'restarting' : 'away' };
      return;
    }
    startNew(area);
    sayMissing(id, proposal.peek()?.id ?? '', error);
  }
}

/** Show the open proposal as the service holds it; what was drawn here is one undo away. */
export async function openAsKept(): Promise<void> {
  const open = history.peek();
  if (open === null) return;
  try {
    const stored = await readProposal(open.present.id);
    const opened = commit(open, stored.proposal);
    const changedAt = stored.updatedAt;
    keepDraft({ history: opened, version: stored.version, unsent: false, changedAt });
    show(opened, stored.isExample ? stored.english : null);
    saveState.value = { kind: 'saved', at: changedAt };
  } catch (error) {
    notice.value =
      error instanceof ServiceProblem ? error.message : messages.peek().status.serviceAway;
  }
}

/** Undo steps of this device are kept as long as they end in what the service holds. */
function showStored(stored: VersionedProposal, draft: Draft | null): void {
  const same = draft !== null && draft.version === stored.version;
  const opened = same ? draft.history : startHistory(stored.proposal);
  if (!stored.isExample) {
    keepDraft({
      history: opened,
      version: stored.version,
      unsent: false,
      changedAt: stored.updatedAt,
    });
  }
  show(opened, stored.isExample ? stored.english : null);
  saveState.value = stored.isExample
    ? { kind: 'nothing' }
    : { kind: 'saved', at: stored.updatedAt };
}

export function startNew(area: string): void {
  showBlank(area);
  saveState.value = { kind: 'nothing' };
}

/** A copy of what is open, to be changed freely. */
export function copyOpen(): void {
  const open = proposal.peek();
  if (open === null) return;
  const name = messages.peek().proposals.copyName(shownName.peek());
  const description = shownDescription.peek();
  show(startHistory(createProposal({ ...open, id: newId(), description })));
  act((present) => ({ ...present, name }));
}

export async function removeOpen(): Promise<void> {
  const open = history.peek()?.present;
  if (open === undefined) return;
  const version = outbox.get(open.id)?.version ?? null;
  try {
    if (version !== null) await deleteOnService(open.id, version);
  } catch (error) {
    const gone = error instanceof ServiceProblem && error.status === 404;
    if (!gone) {
      notice.value = error instanceof ServiceProblem ? error.message : messages.peek().save.away;
      return;
    }
  }
  outbox.delete(open.id);
  savedCount.value += 1;
  startNew(open.area);
  notice.value = messages.peek().proposals.removed;
}
