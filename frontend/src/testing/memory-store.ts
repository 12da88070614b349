import type { DraftStore } from '../core/outbox';

/** Browser storage for tests: a plain map that is full when a value is longer than its capacity. */
export class MemoryStore implements DraftStore {
  readonly #items = new Map<string, string>();
  capacity: number;

  constructor(capacity = Infinity) {
    this.capacity = capacity;
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
    if (value.length > this.capacity) throw new DOMException('full', 'QuotaExceededError');
    this.#items.set(key, value);
  }

  removeItem(key: string): void {
    this.#items.delete(key);
  }
}
