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
  /** Drafts that did not fit: they live as long as the page does, and are sent like the rest. */
  readonly #loose = new Map<string, Draft>();
  /** When the state was made that this page last wrote or took up, by proposal. */
  readonly #known = new Map<string, string>();

  constructor(store: DraftStore) {
    this.#store = store;
  }

  /** Write a draft. When the browser is full, older undo steps give way before the drawing does. */
  put(draft: Draft): void {
    this.#known.set(draft.history.present.id, draft.changedAt);
    this.update(draft);
  }

  /** Write what is new about a draft that this page may not have shown yet. */
  update(draft: Draft): void {
    const id = draft.history.present.id;
    const key = PREFIX + id;
    try {
      this.#store.setItem(key, JSON.stringify(stored(draft, Infinity)));
    } catch {
      try {
        this.#store.setItem(key, JSON.stringify(stored(draft, SHORT_HISTORY)));
      } catch (full) {
        this.#loose.set(id, draft);
        throw full;
      }
    }
    this.#loose.delete(id);
  }

  get(proposalId: string): Draft | null {
    const loose = this.#loose.get(proposalId);
    if (loose !== undefined) return loose;
    const text = this.#store.getItem(PREFIX + proposalId);
    if (text === null) return null;
    const draft = JSON.parse(text) as StoredDraft;
    return { ...draft, history: decodeHistory(draft.history) };
  }

  /** Whether a draft is only in this page's memory, because the browser had no room for it. */
  isLoose(proposalId: string): boolean {
    return this.#loose.has(proposalId);
  }

  /** This page shows the draft: what is done now is done on top of it. */
  takeUp({ history, changedAt }: Draft): void {
    this.#known.set(history.present.id, changedAt);
  }

  /** Whether another page wrote the draft after this one last looked. */
  isFromElsewhere({ history, changedAt }: Draft): boolean {
    const known = this.#known.get(history.present.id);
    return known !== undefined && known !== changedAt;
  }

  delete(proposalId: string): void {
    this.#loose.delete(proposalId);
    this.#store.removeItem(PREFIX + proposalId);
  }

  list(): readonly Draft[] {
    const ids = new Set(this.#loose.keys());
    for (let index = 0; index < this.#store.length; index += 1) {
      const id = draftOfKey(this.#store.key(index));
      if (id !== null) ids.add(id);
    }
    return [...ids].flatMap((id) => this.get(id) ?? []);
  }

  unsent(): readonly Draft[] {
    return this.list().filter((draft) => draft.unsent);
  }
}

/** The proposal whose draft is kept under a key of the storage; null for every other key. */
export function draftOfKey(key: string | null): string | null {
  return key?.startsWith(PREFIX) ? key.slice(PREFIX.length) : null;
}

function stored(draft: Draft, limit: number): StoredDraft {
  return { ...draft, history: encodeHistory(draft.history, limit) };
}
