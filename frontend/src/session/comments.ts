import { computed, effect, signal, untracked } from '@preact/signals';
import {
  deleteComment,
  editComment,
  readComments,
  resolveComment,
  sendComment,
} from '../api/comments';
import { isRestarting, ServiceProblem } from '../api/problem';
import {
  type Comment,
  type CommentFilter,
  conversations,
  filtered,
  pinsOf,
  type WaitingComment,
} from '../core/comment';
import { CommentOutbox } from '../core/comment-outbox';
import { messages } from '../i18n/language';
import { answer } from './assessment';
import { spoken } from './drawing';
import { panelView } from './panel-view';
import { outbox, savedCount } from './saving';
import { interventions, isExample, proposal } from './workspace';

export type CommentsState = 'loading' | 'ready' | 'away' | { readonly failed: string };

export const commentOutbox = new CommentOutbox(localStorage);
export const commentsState = signal<CommentsState>('loading');
export const commentFilter = signal<CommentFilter>('open');
/** The conversation that is looked at, in the list and on the map. */
export const chosenComment = signal<string | null>(null);
/** Why the last change of a comment did not get through. */
export const commentTrouble = signal('');

const kept = signal<readonly Comment[]>([]);
const waiting = signal<readonly WaitingComment[]>(commentOutbox.list());
const proposalId = computed(() => proposal.value?.id ?? null);

const all = computed(() =>
  conversations(
    kept.value,
    waiting.value.filter(({ proposal: id }) => id === proposalId.value),
  ),
);
export const shownComments = computed(() => filtered(all.value, commentFilter.value));
export const openCount = computed(() => filtered(all.value, 'open').length);
export const solvedCount = computed(() => filtered(all.value, 'resolved').length);
/** Pins stand on the map while the comments are open; what is drawn keeps the map otherwise. */
export const pins = computed(() =>
  panelView.value === 'comments' ? pinsOf(shownComments.value, interventions.value) : [],
);

const LOOK_AGAIN_MS = 20_000;
const RETRY_MS = 4_000;
let retry: ReturnType<typeof setTimeout> | undefined;
let sending = false;

/** Read what others say, and send what waits here. */
export function keepComments(): void {
  effect(() => {
    proposalId.value;
    kept.value = [];
    chosenComment.value = null;
    commentTrouble.value = '';
    commentsState.value = 'loading';
  });
  // How many there are can wait until the numbers are there.
  const hasAnswer = computed(() => answer.value !== null);
  effect(() => {
    proposalId.value;
    // Whoever opens the conversation sees what was said until now, not what stood there before.
    const isOpen = panelView.value === 'comments';
    if (hasAnswer.value || isOpen) untracked(() => void readAgain());
  });
  effect(() => {
    savedCount.value;
    untracked(() => void sendWaiting());
  });
  setInterval(() => {
    const watched = panelView.peek() === 'comments' && document.visibilityState === 'visible';
    if (watched) void readAgain();
  }, LOOK_AGAIN_MS);
  window.addEventListener('online', () => void sendWaiting());
  window.addEventListener('storage', () => {
    waiting.value = commentOutbox.list();
  });
}

/** Whether the service knows the open proposal, so that something can be said of it there. */
function isKnown(id: string): boolean {
  return isExample.peek() || (outbox.get(id)?.version ?? null) !== null;
}

export async function readAgain(): Promise<void> {
  const id = proposalId.peek();
  if (id === null) return;
  if (!isKnown(id)) {
    commentsState.value = 'ready';
    return;
  }
  try {
    const read = await readComments(id, 'all');
    if (proposalId.peek() !== id) return;
    kept.value = read;
    commentsState.value = 'ready';
  } catch (error) {
    if (proposalId.peek() !== id) return;
    const away = !(error instanceof ServiceProblem) || error.status >= 500;
    commentsState.value = away ? 'away' : { failed: error.message };
  }
}

/** Keep a comment on this device, then send it. False when there is no room for it. */
export function keepComment(comment: WaitingComment): boolean {
  try {
    commentOutbox.put(comment);
    commentOutbox.rememberName(comment.author);
  } catch {
    return false;
  }
  waiting.value = commentOutbox.list();
  void sendWaiting();
  return true;
}

export function dropWaiting(id: string): void {
  commentOutbox.take(id);
  commentOutbox.forgetToken(id);
  waiting.value = commentOutbox.list();
}

export async function sendWaiting(): Promise<void> {
  if (sending) return;
  sending = true;
  clearTimeout(retry);
  try {
    for (const comment of commentOutbox.list()) {
      if (comment.refused === null && isSendable(comment)) await send(comment);
    }
  } finally {
    sending = false;
  }
}

/** A comment on a proposal that the service has not seen yet waits for that to be sent first. */
function isSendable({ proposal: id }: WaitingComment): boolean {
  const draft = outbox.get(id);
  return draft === null || draft.version !== null;
}

async function send(comment: WaitingComment): Promise<void> {
  try {
    await sendComment(comment);
    commentOutbox.take(comment.id);
    spoken.value = messages.peek().comments.sent;
    if (comment.proposal === proposalId.peek()) await readAgain();
  } catch (error) {
    if (error instanceof ServiceProblem && error.status < 500) {
      commentOutbox.put({ ...comment, refused: error.message });
    } else {
      if (comment.proposal === proposalId.peek()) commentsState.value = 'away';
      const waitMs = isRestarting(error) ? error.waitMs : null;
      retry = setTimeout(() => void sendWaiting(), waitMs ?? RETRY_MS);
    }
  }
  waiting.value = commentOutbox.list();
}

/** Change one's own words. True when the service has them. */
export function changeWords(comment: Comment, text: string): Promise<boolean> {
  return changing(async (id) => {
    const token = commentOutbox.token(comment.id);
    if (token !== null) await editComment(id, comment, token, text);
  });
}

export function removeComment(comment: Comment): Promise<boolean> {
  return changing(async (id) => {
    const token = commentOutbox.token(comment.id);
    if (token !== null) await deleteComment(id, comment, token);
    commentOutbox.forgetToken(comment.id);
    spoken.value = messages.peek().comments.deleted;
  });
}

export function settle({ id }: Comment, resolved: boolean): Promise<boolean> {
  return changing(async (proposed) => {
    await resolveComment(proposed, id, resolved);
    const words = messages.peek().comments;
    spoken.value = resolved ? words.nowSolved : words.nowOpen;
  });
}

async function changing(change: (proposal: string) => Promise<void>): Promise<boolean> {
  const id = proposalId.peek();
  if (id === null) return false;
  commentTrouble.value = '';
  try {
    await change(id);
    await readAgain();
    return true;
  } catch (error) {
    commentTrouble.value =
      error instanceof ServiceProblem && error.status < 500
        ? (error.body.detail ?? error.message)
        : messages.peek().comments.changeAway;
    // What another did meanwhile is shown beside the reason.
    void readAgain();
    return false;
  }
}
