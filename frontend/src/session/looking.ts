import { computed, signal } from '@preact/signals';
import { type History, startHistory } from '../core/history';
import type { Intervention, Proposal } from '../core/proposal';
import { differenceBetween, onlyInAfter } from '../core/proposal-difference';
import { outbox } from './saving';
import { history, lookingAtOther, selectedId } from './workspace';

/** Another version that is looked at on the map, read only; the person's own waits meanwhile. */
export interface Looking {
  readonly what: 'theirs' | 'revision';
  readonly other: Proposal;
  readonly own: History<Proposal>;
  /** Which revision it is, and when it was made. */
  readonly version: number | null;
  readonly at: string;
}

const asked = signal<Looking | null>(null);
/** Null as soon as something else is opened, whoever opened it. */
export const looking = computed(() =>
  lookingAtOther.value && asked.value?.other.id === history.value?.present.id ? asked.value : null,
);

/** Whether what differs in the other version is drawn beside what is shown. */
export const showingDifferences = signal(true);
/** The other of two versions that stand against each other, while they do. */
export const opposed = signal<Proposal | null>(null);

export function lookAt(other: Proposal, from: Pick<Looking, 'what' | 'version' | 'at'>): void {
  const own = looking.peek()?.own ?? history.peek();
  if (own === null) return;
  selectedId.value = null;
  asked.value = { ...from, other, own };
  lookingAtOther.value = true;
  history.value = startHistory(other);
}

/** Back to the person's own version, with what another tab drew in it meanwhile. */
export function lookBack(): void {
  const now = looking.peek();
  if (now === null) return;
  const own = outbox.get(now.own.present.id)?.history ?? now.own;
  const draft = outbox.get(now.own.present.id);
  if (draft !== null) outbox.takeUp(draft);
  selectedId.value = null;
  asked.value = null;
  history.value = own;
  lookingAtOther.value = false;
}

/** What the version that is not shown has, and the shown one has not, or not so. */
export const ghosts = computed<readonly Intervention[]>(() => {
  if (!showingDifferences.value) return [];
  const now = looking.value;
  const shown = history.value?.present;
  if (now !== null) return onlyInAfter(differenceBetween(now.other, now.own.present));
  if (opposed.value === null || shown === undefined) return [];
  return onlyInAfter(differenceBetween(shown, opposed.value));
});
