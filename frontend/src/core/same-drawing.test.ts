import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProposal } from '../testing/arbitrary-proposal';
import { addIntervention } from './actions/add-intervention';
import { describeProposal } from './actions/describe-proposal';
import { commit, startHistory, undo } from './history';
import { createProposal, type Intervention } from './proposal';
import { isOwnState, sameDrawing } from './same-drawing';

const point: Intervention = {
  type: 'Feature',
  id: 'a',
  geometry: { type: 'Point', coordinates: [12.3, 55.6] },
  properties: { kind: 'housing', homes: 3 },
};

describe('same drawing', () => {
  it('does not mind the order of members', () => {
    fc.assert(
      fc.property(arbitraryProposal, (proposal) => {
        const turned = proposal.interventions.map(({ type, id, geometry, properties }) => ({
          properties: Object.fromEntries(Object.entries(properties).toReversed()),
          geometry,
          id,
          type,
        }));
        const other = createProposal({
          ...proposal,
          id: 'other',
          interventions: turned as unknown as Intervention[],
        });
        expect(sameDrawing(proposal, other)).toBe(true);
      }),
    );
  });

  it('knows every state the person has been at, undone ones too', () => {
    fc.assert(
      fc.property(arbitraryProposal, (start) => {
        const drawn = addIntervention(start, point);
        const history = undo(commit(startHistory(start), drawn));
        expect(isOwnState(history, start)).toBe(true);
        expect(isOwnState(history, drawn)).toBe(true);
        expect(isOwnState(history, describeProposal(start, { name: `${start.name}!` }))).toBe(
          false,
        );
      }),
    );
  });
});
