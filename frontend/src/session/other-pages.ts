import { signal } from '@preact/signals';
import { draftOfKey } from '../core/outbox';
import { findIntervention } from '../core/proposal';
import { messages } from '../i18n/language';
import { spoken } from './drawing';
import { notice, startNew } from './opening';
import { outbox, saveState } from './saving';
import { history, lookingAtOther, proposal, selectedId } from './workspace';

/** How often another tab's work was taken up; the first time the person is told. */
const taken = signal(0);

/**
 * Two tabs on one proposal share what is kept on this device: the one that was not drawn in takes
 * up what the other did, undo steps and all.
 */
export function keepInStep(): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    const id = draftOfKey(key);
    const open = proposal.peek();
    if (id === null || id !== open?.id) return;
    if (newValue !== null) takeUp(id);
    else {
      startNew(open.area);
      notice.value = messages.peek().otherPages.deleted;
    }
  });
  // A tab that slept may have missed what happened.
  document.addEventListener('visibilitychange', () => {
    const open = proposal.peek();
    if (document.visibilityState === 'visible' && open !== null) takeUp(open.id);
  });
}

function takeUp(id: string): void {
  const draft = outbox.get(id);
  // Who looks at another version gets the newest when they come back from it.
  if (draft === null || lookingAtOther.peek()) return;
  tellKept(draft.unsent, draft.changedAt);
  if (!outbox.isFromElsewhere(draft)) return;
  outbox.takeUp(draft);
  const chosen = selectedId.peek();
  if (chosen !== null && findIntervention(draft.history.present, chosen) === undefined) {
    selectedId.value = null;
  }
  history.value = draft.history;
  const words = messages.peek().otherPages.taken;
  spoken.value = words;
  if (taken.peek() === 0) notice.value = words;
  taken.value += 1;
}

/** The other tab sends it; here it is only told how far that is. */
function tellKept(unsent: boolean, at: string): void {
  const { kind } = saveState.peek();
  if (kind === 'conflict' || kind === 'forbidden') return;
  saveState.value = unsent ? { kind: 'saving' } : { kind: 'saved', at };
}
