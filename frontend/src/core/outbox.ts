import type { History } from './history';
import { decodeHistory, type EncodedHistory, encodeHistory } from './history-codec';
import type { Proposal } from './proposal';

/** The part of `Storage` that is used, so that tests can hand in a plain map. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface Draft {
  readonly history: History<Proposal>;
  /** The service's version this draft was made from; null: the service has never seen it. */
  readonly version: number | null;
  /** True while the service lacks the present state. */
  readonly unsent: boolean;
  readonly changedAt: string;
}

interface StoredDraft {
  readonly history: EncodedHistory;
  readonly version: number | null;
  readonly unsent: boolean;
  readonly changedAt: string;
}

const PREFIX = 'forbind.draft.';
const SHORT_HISTORY = 10;

/**
 * Drafts kept in the browser: written before anything is sent, so a closed tab, a crash or a
 * service that is away loses nothing.
 */
export class Outbox {
  readonly #store: DraftStore;

  constructor(store: DraftStore) {
    this.#store = store;
  }

  /** Write a draft. When the browser is full, older undo steps give way before the drawing does. */
  put(draft: Draft): void {
    const key = PREFIX + draft.history.present.id;
    try {
      this.#store.setItem(key, JSON.stringify(stored(draft, Infinity)));
    } catch {
      this.#store.setItem(key, JSON.stringify(stored(draft, SHORT_HISTORY)));
    }
  }

  get(proposalId: string): Draft | null {
    const text = this.#store.getItem(PREFIX + proposalId);
    if (text === null) return null;
    const draft = JSON.parse(text) as StoredDraft;
    return { ...draft, history: decodeHistory(draft.history) };
  }

  delete(proposalId: string): void {
    this.#store.removeItem(PREFIX + proposalId);
  }

  list(): readonly Draft[] {
    const ids: string[] = [];
    for (let index = 0; index < this.#store.length; index += 1) {
      const key = this.#store.key(index);
      if (key?.startsWith(PREFIX)) ids.push(key.slice(PREFIX.length));
    }
    return ids.flatMap((id) => this.get(id) ?? []);
  }

  unsent(): readonly Draft[] {
    return this.list().filter((draft) => draft.unsent);
  }
}

function stored(draft: Draft, limit: number): StoredDraft {
  return { ...draft, history: encodeHistory(draft.history, limit) };
}
