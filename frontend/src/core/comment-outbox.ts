import type { WaitingComment } from './comment';
import type { DraftStore } from './outbox';

const WAITING = 'forbind.comment.';
const TOKEN = 'forbind.comment-token.';
const NAME = 'forbind.comment-name';
const DRAFT = 'forbind.comment-draft.';

/**
 * Comments kept in the browser until the service has them, the tokens that let their writer change
 * them afterwards, the writer's name, and words not yet finished.
 */
export class CommentOutbox {
  readonly #store: DraftStore;

  constructor(store: DraftStore) {
    this.#store = store;
  }

  /** Write a comment and its token before anything is sent. */
  put(comment: WaitingComment): void {
    this.#store.setItem(TOKEN + comment.id, comment.token);
    this.#store.setItem(WAITING + comment.id, JSON.stringify(comment));
  }

  /** The service has it, or its writer threw it away. */
  take(id: string): void {
    this.#store.removeItem(WAITING + id);
  }

  get(id: string): WaitingComment | null {
    const text = this.#store.getItem(WAITING + id);
    return text === null ? null : (JSON.parse(text) as WaitingComment);
  }

  /** Everything that waits, oldest first, so that a comment comes before the answers to it. */
  list(): readonly WaitingComment[] {
    const ids: string[] = [];
    for (let index = 0; index < this.#store.length; index += 1) {
      const key = this.#store.key(index);
      if (key?.startsWith(WAITING)) ids.push(key.slice(WAITING.length));
    }
    return ids
      .flatMap((id) => this.get(id) ?? [])
      .toSorted((a, b) => a.writtenAt.localeCompare(b.writtenAt));
  }

  /** The token of a comment written in this browser; null for everybody else's. */
  token(id: string): string | null {
    return this.#store.getItem(TOKEN + id);
  }

  forgetToken(id: string): void {
    this.#store.removeItem(TOKEN + id);
  }

  get name(): string {
    return this.#store.getItem(NAME) ?? '';
  }

  rememberName(name: string): void {
    this.#store.setItem(NAME, name);
  }

  /** Words that were begun on a proposal and not sent. */
  begun(proposal: string): string {
    return this.#store.getItem(DRAFT + proposal) ?? '';
  }

  keepBegun(proposal: string, text: string): void {
    if (text === '') this.#store.removeItem(DRAFT + proposal);
    else this.#store.setItem(DRAFT + proposal, text);
  }
}

/** 32 random bytes as text that may stand in a header. */
export function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
