import { computed, signal } from '@preact/signals';
import { ServiceProblem } from '../api/problem';
import { readLastVersion } from '../api/revisions';
import { startHistory } from '../core/history';
import { newId } from '../core/new-id';
import { createProposal } from '../core/proposal';
import { messages } from '../i18n/language';
import { saveState } from './saving';
import { act, history, proposal, show } from './workspace';

/** A link that leads to no proposal, and the empty one that is shown in its stead. */
interface Missing {
  readonly id: string;
  readonly why: 'deleted' | 'unknown' | 'forbidden' | 'away';
  readonly blank: string;
}

const asked = signal<Missing | null>(null);
export const bringingBack = signal(false);
export const bringBackFailed = signal('');

/** Told until something is drawn, or another proposal is opened. */
export const missing = computed<Missing | null>(() => {
  const untouched = (history.value?.past.length ?? 0) === 0;
  return asked.value?.blank === proposal.value?.id && untouched ? asked.value : null;
});

export function sayMissing(id: string, blank: string, error: unknown): void {
  bringBackFailed.value = '';
  asked.value = { id, why: reasonOf(error), blank };
}

function reasonOf(error: unknown): Missing['why'] {
  if (!(error instanceof ServiceProblem) || error.status >= 500) return 'away';
  if (error.status === 403) return 'forbidden';
  return error.body.type === '/problems/proposal-deleted' ? 'deleted' : 'unknown';
}

/** Take a deleted proposal up again as it was last, under a new address. */
export async function bringBack(id: string): Promise<void> {
  bringingBack.value = true;
  bringBackFailed.value = '';
  try {
    const last = await readLastVersion(id);
    const name = messages.peek().missing.broughtBack(last.name);
    show(startHistory(createProposal({ ...last, id: newId() })));
    saveState.value = { kind: 'saving' };
    act((present) => ({ ...present, name }));
  } catch (error) {
    bringBackFailed.value =
      error instanceof ServiceProblem ? error.message : messages.peek().status.serviceAway;
  } finally {
    bringingBack.value = false;
  }
}
