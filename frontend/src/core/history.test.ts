import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryIntervention, arbitraryProposal } from '../testing/arbitrary-proposal';
import { addIntervention } from './actions/add-intervention';
import { changeProperties } from './actions/change-properties';
import { deleteIntervention } from './actions/delete-intervention';
import { describeProposal } from './actions/describe-proposal';
import { commit, HISTORY_LIMIT, redo, startHistory, undo } from './history';
import { decodeHistory, encodeHistory } from './history-codec';
import type { Proposal } from './proposal';

type Step = (proposal: Proposal) => Proposal;

const step: fc.Arbitrary<Step> = fc.oneof(
  arbitraryIntervention.map(
    (intervention): Step =>
      (p) =>
        addIntervention(p, intervention),
  ),
  fc.nat(9).map(
    (pick): Step =>
      (p) =>
        deleteIntervention(p, p.interventions[pick]?.id ?? ''),
  ),
  fc.nat(9).map(
    (pick): Step =>
      (p) =>
        changeProperties(p, p.interventions[pick]?.id ?? '', { lit: null, width_m: undefined }),
  ),
  fc.string().map(
    (name): Step =>
      (p) =>
        describeProposal(p, { name }),
  ),
);

describe('history', () => {
  it('undo after do is identity, for any run of changes', () => {
    fc.assert(
      fc.property(arbitraryProposal, fc.array(step, { maxLength: 20 }), (start, steps) => {
        const done = steps.reduce((h, apply) => commit(h, apply(h.present)), startHistory(start));
        const undone = steps.reduce((h) => undo(h), done);
        expect(undone.present).toBe(start);
        const redone = steps.reduce((h) => redo(h), undone);
        expect(redone.present).toBe(done.present);
        expect(redone.future).toEqual([]);
      }),
    );
  });

  it('leaves every earlier state as it was', () => {
    fc.assert(
      fc.property(arbitraryProposal, step, (start, apply) => {
        const before = structuredClone(start);
        apply(start);
        expect(start).toEqual(before);
      }),
    );
  });

  it('forgets what was undone when something new is done', () => {
    const history = undo(commit(startHistory(1), 2));
    expect(commit(history, 3)).toEqual({ past: [1], present: 3, future: [] });
  });

  it('keeps no more states than its limit', () => {
    let history = startHistory(0);
    for (let n = 1; n <= HISTORY_LIMIT + 50; n += 1) history = commit(history, n);
    expect(history.past).toHaveLength(HISTORY_LIMIT);
  });

  it('stays where it is at either end', () => {
    const history = startHistory('only');
    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
  });

  it('survives being stored: decode after encode is identity', () => {
    fc.assert(
      fc.property(arbitraryProposal, fc.array(step, { maxLength: 12 }), (start, steps) => {
        const done = steps.reduce((h, apply) => commit(h, apply(h.present)), startHistory(start));
        const somewhere = undo(undo(done));
        expect(decodeHistory(JSON.parse(JSON.stringify(encodeHistory(somewhere))))).toEqual(
          somewhere,
        );
      }),
    );
  });
});
