import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../testing/memory-store';
import { addIntervention } from './actions/add-intervention';
import { commit, startHistory } from './history';
import { type Draft, draftOfKey, Outbox } from './outbox';
import { createProposal } from './proposal';

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

  it('holds what does not fit for as long as the page lives, and stores it when there is room', () => {
    const store = new MemoryStore(100);
    const outbox = new Outbox(store);
    const draft = draftWith(5);
    expect(() => outbox.put(draft)).toThrow();
    expect(outbox.isLoose('p1')).toBe(true);
    expect(outbox.get('p1')).toEqual(draft);
    expect(outbox.unsent()).toEqual([draft]);
    expect(new Outbox(store).get('p1')).toBe(null);
    store.capacity = Infinity;
    outbox.update({ ...draft, version: 4, unsent: false });
    expect(outbox.isLoose('p1')).toBe(false);
    expect(new Outbox(store).get('p1')?.version).toBe(4);
  });

  it('tells what another page wrote from what this one did', () => {
    const store = new MemoryStore();
    const here = new Outbox(store);
    const there = new Outbox(store);
    here.put(draftWith(1));
    const seen = there.get('p1') as Draft;
    expect(here.isFromElsewhere(seen)).toBe(false);
    there.takeUp(seen);
    there.put({ ...draftWith(2), changedAt: '2026-11-23T12:00:01Z' });
    const later = here.get('p1') as Draft;
    expect(here.isFromElsewhere(later)).toBe(true);
    here.update({ ...later, version: 9 });
    expect(here.isFromElsewhere(here.get('p1') as Draft)).toBe(true);
    here.takeUp(later);
    expect(here.isFromElsewhere(later)).toBe(false);
  });

  it('knows its own keys in a storage it shares', () => {
    expect(draftOfKey('forbind.draft.p1')).toBe('p1');
    expect(draftOfKey('forbind.language')).toBe(null);
    expect(draftOfKey(null)).toBe(null);
  });
});
