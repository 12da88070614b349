import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryIntervention, arbitraryProposal } from '../testing/arbitrary-proposal';
import { addIntervention } from './actions/add-intervention';
import { changeGeometry } from './actions/change-geometry';
import { changeProperties } from './actions/change-properties';
import { deleteIntervention } from './actions/delete-intervention';
import { describeProposal } from './actions/describe-proposal';
import { createProposal, type Intervention, type Proposal } from './proposal';
import {
  differenceBetween,
  isNone,
  onlyInAfter,
  type ProposalDifference,
} from './proposal-difference';
import { sameDrawing } from './same-drawing';

/** Two versions that share some drawings: some moved, some changed, some gone, some new. */
const twoVersions = fc
  .tuple(
    arbitraryProposal,
    fc.array(fc.constantFrom('keep', 'drop', 'move', 'change'), { minLength: 6, maxLength: 6 }),
    fc.array(arbitraryIntervention, { maxLength: 3 }),
    fc.string(),
  )
  .map(([before, fates, fresh, name]): [Proposal, Proposal] => {
    const kept = before.interventions.flatMap((each, index) => fated(each, fates[index]));
    const taken = new Set(before.interventions.map(({ id }) => id));
    const added = fresh.filter(({ id }) => !taken.has(id));
    const after = createProposal({ ...before, name, interventions: [...kept, ...added] });
    return [before, after];
  });

function fated(each: Intervention, fate: string | undefined): Intervention[] {
  if (fate === 'drop') return [];
  if (fate === 'move') {
    return [{ ...each, geometry: { type: 'Point', coordinates: [99, 66] } }];
  }
  if (fate === 'change') return [{ ...each, properties: { ...each.properties, note: 'new' } }];
  return [each];
}

/** Put a difference on top of the version it was found from. */
function applied(before: Proposal, difference: ProposalDifference): Proposal {
  const gone = new Set(difference.removed.map(({ id }) => id));
  const changed = new Map(difference.changed.map(({ after }) => [after.id, after]));
  const kept = before.interventions
    .filter(({ id }) => !gone.has(id))
    .map((each) => changed.get(each.id) ?? each);
  return {
    ...before,
    name: difference.name?.after ?? before.name,
    description: difference.description?.after ?? before.description,
    interventions: [...kept, ...difference.added],
  };
}

describe('difference between two versions', () => {
  it('is none between a version and itself, and only then', () => {
    fc.assert(
      fc.property(twoVersions, ([before, after]) => {
        expect(isNone(differenceBetween(before, before))).toBe(true);
        expect(isNone(differenceBetween(before, after))).toBe(sameDrawing(before, after));
      }),
    );
  });

  it('put on top of the first gives the second', () => {
    fc.assert(
      fc.property(twoVersions, ([before, after]) => {
        expect(applied(before, differenceBetween(before, after))).toEqual(after);
      }),
    );
  });

  it('read backwards is the same difference the other way round', () => {
    fc.assert(
      fc.property(twoVersions, ([before, after]) => {
        const there = differenceBetween(before, after);
        const back = differenceBetween(after, before);
        expect(back.added).toEqual(there.removed);
        expect(back.removed).toEqual(there.added);
        expect(back.changed.map(({ before: b, after: a }) => [a, b])).toEqual(
          there.changed.map(({ before: b, after: a }) => [b, a]),
        );
        expect(back.name?.before).toBe(there.name?.after);
      }),
    );
  });

  it('names what one change did', () => {
    const start = createProposal({
      id: 'p',
      area: 'taastrupgaard',
      name: 'Stien',
      description: '',
      interventions: [
        {
          type: 'Feature',
          id: 'a',
          geometry: { type: 'Point', coordinates: [12, 55] },
          properties: { kind: 'housing', homes: 3, lit: true },
        },
      ],
    });
    const moved = changeGeometry(start, 'a', { type: 'Point', coordinates: [12, 56] });
    expect(differenceBetween(start, moved).changed).toMatchObject([
      { moved: true, properties: [] },
    ]);
    const changed = changeProperties(start, 'a', { homes: 4, lit: undefined, level: 2 });
    expect(differenceBetween(start, changed).changed).toMatchObject([
      { moved: false, properties: ['homes', 'level', 'lit'] },
    ]);
    const gone = differenceBetween(start, deleteIntervention(start, 'a'));
    expect(gone.removed.map(({ id }) => id)).toEqual(['a']);
    const named = differenceBetween(start, describeProposal(start, { name: 'Broen' }));
    expect(named.name).toEqual({ before: 'Stien', after: 'Broen' });
    expect(onlyInAfter(differenceBetween(start, moved))).toEqual(moved.interventions);
  });

  it('tells another order apart from another drawing', () => {
    fc.assert(
      fc.property(arbitraryProposal, arbitraryIntervention, (base, extra) => {
        const taken = base.interventions.some(({ id }) => id === extra.id);
        const before = taken ? base : addIntervention(base, extra);
        const after = { ...before, interventions: before.interventions.toReversed() };
        const found = differenceBetween(before, after);
        expect([found.added, found.removed, found.changed]).toEqual([[], [], []]);
        expect(found.reordered).toBe(before.interventions.length > 1);
      }),
    );
  });
});
