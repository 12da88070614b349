import { describe, expect, it } from 'vitest';
import { addIntervention } from './actions/add-intervention';
import { commit, startHistory } from './history';
import { type Draft, type DraftStore, Outbox } from './outbox';
import { createProposal } from './proposal';

class MemoryStore implements DraftStore {
  readonly #items = new Map<string, string>();
  readonly #capacity: number;

  constructor(capacity = Infinity) {
    this.#capacity = capacity;
  }

  get length(): number {
    return this.#items.size;
  }

  key(index: number): string | null {
    return [...this.#items.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (value.length > this.#capacity) throw new DOMException('full', 'QuotaExceededError');
    this.#items.set(key, value);
  }

  removeItem(key: string): void {
    this.#items.delete(key);
  }
}

function draftWith(steps: number, unsent = true): Draft {
  const start = createProposal({
    id: 'p1',
    area: 'taastrupgaard',
    name: 'Stien',
    description: '',
    interventions: [],
  });
  let history = startHistory(start);
  for (let n = 0; n < steps; n += 1) {
    const next = addIntervention(history.present, {
      type: 'Feature',
      id: `i${n}`,
      geometry: { type: 'Point', coordinates: [12.3 + n / 1e4, 55.65] },
      properties: { kind: 'housing', homes: n },
    });
    history = commit(history, next);
  }
  return { history, version: 3, unsent, changedAt: '2026-11-23T12:00:00Z' };
}

describe('outbox', () => {
  it('gives back what was put, undo steps and all, also to a new page', () => {
    const store = new MemoryStore();
    const draft = draftWith(30);
    new Outbox(store).put(draft);
    expect(new Outbox(store).get('p1')).toEqual(draft);
  });

  it('lists only its own drafts, and only those the service lacks as unsent', () => {
    const store = new MemoryStore();
    store.setItem('someone-elses', '{}');
    const outbox = new Outbox(store);
    outbox.put(draftWith(1, false));
    expect(outbox.list()).toHaveLength(1);
    expect(outbox.unsent()).toHaveLength(0);
    outbox.put(draftWith(2));
    expect(outbox.unsent()).toHaveLength(1);
    outbox.delete('p1');
    expect(outbox.list()).toHaveLength(0);
  });

  it('lets old undo steps go before the drawing when the browser is full', () => {
    const draft = draftWith(150);
    const outbox = new Outbox(new MemoryStore(28_000));
    outbox.put(draft);
    const kept = outbox.get('p1');
    expect(kept?.history.present).toEqual(draft.history.present);
    expect(kept?.history.past).toHaveLength(10);
  });

  it('throws, so that the page can say it, when not even the drawing fits', () => {
    expect(() => new Outbox(new MemoryStore(100)).put(draftWith(5))).toThrow();
  });
});
