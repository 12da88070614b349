import { computed, effect, signal, untracked } from '@preact/signals';
import { ServiceProblem } from '../api/problem';
import { type Revision, readRevisions } from '../api/revisions';
import { differenceBetween, type ProposalDifference } from '../core/proposal-difference';
import { messages } from '../i18n/language';
import { spoken } from './drawing';
import { lookAt, lookBack, looking } from './looking';
import { panelView } from './panel-view';
import { outbox, savedCount } from './saving';
import { act, isExample, proposal } from './workspace';

/** One version, and what it changed; null for the first, which there was nothing before. */
export interface ListedVersion {
  readonly revision: Revision;
  readonly difference: ProposalDifference | null;
}

export type VersionsState = 'empty' | 'loading' | 'ready' | 'away' | { readonly failed: string };

export const versionsState = signal<VersionsState>('empty');
const read = signal<readonly Revision[]>([]);
const count = signal(0);

/** Enough to find this morning again; more come when asked for. */
const PAGE = 20;

/** Newest first. The last one read is left out while the one before it is not known. */
export const versions = computed<readonly ListedVersion[]>(() => {
  const all = read.value;
  const whole = all.length === count.value;
  return all.flatMap((revision, index) => {
    const earlier = all[index + 1];
    if (earlier === undefined && !whole) return [];
    const difference =
      earlier === undefined ? null : differenceBetween(earlier.proposal, revision.proposal);
    return [{ revision, difference }];
  });
});
export const moreVersions = computed(() => read.value.length < count.value);

/** Read what the open proposal has been while its list is open, and again when it is saved anew. */
export function keepVersions(): void {
  effect(() => {
    const id = proposal.value?.id ?? null;
    savedCount.value;
    if (panelView.value !== 'versions' || id === null || looking.value !== null) return;
    untracked(() => void readNewest(id));
  });
}

async function readNewest(id: string): Promise<void> {
  const isOther = read.peek()[0]?.proposal.id !== id;
  if (isOther) {
    read.value = [];
    count.value = 0;
  }
  if (!isExample.peek() && (outbox.get(id)?.version ?? null) === null) {
    versionsState.value = 'empty';
    return;
  }
  if (isOther) versionsState.value = 'loading';
  await readOn(id, 0, []);
}

export function readEarlier(): void {
  const id = proposal.peek()?.id;
  if (id !== undefined) void readOn(id, read.peek().length, read.peek());
}

export function readVersionsAgain(): void {
  const id = proposal.peek()?.id;
  if (id !== undefined) void readNewest(id);
}

async function readOn(id: string, offset: number, before: readonly Revision[]): Promise<void> {
  try {
    const page = await readRevisions(id, PAGE, offset);
    if (proposal.peek()?.id !== id) return;
    read.value = [...before, ...page.revisions];
    count.value = page.count;
    versionsState.value = 'ready';
  } catch (error) {
    if (proposal.peek()?.id !== id) return;
    versionsState.value = error instanceof ServiceProblem ? { failed: error.message } : 'away';
  }
}

export function lookAtVersion({ revision }: ListedVersion): void {
  const { proposal: other, version, at } = revision;
  lookAt(other, { what: 'revision', version, at });
}

/** Make an earlier version the newest: one step, which can be undone like any other. */
export function bringVersionBack(): void {
  const now = looking.peek();
  if (now?.what !== 'revision') return;
  const { name, description, interventions, settings = {} } = now.other;
  lookBack();
  act((present) => ({ ...present, name, description, interventions, settings }));
  spoken.value = messages.peek().versions.broughtBack;
}
