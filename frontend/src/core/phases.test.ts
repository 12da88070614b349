import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProposal } from '../testing/arbitrary-proposal';
import type { Issue } from './issue';
import { drawnUntil, isPhased, issuesOfPhase, phaseOf, phasesOf } from './phases';
import type { Intervention, JsonValue } from './proposal';

function drawn(id: string, phase?: JsonValue): Intervention {
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [12, 55] },
    properties: { kind: 'housing', ...(phase === undefined ? {} : { phase }) },
  };
}

function issue(code: string, feature: string, severity: Issue['severity'] = 'warning'): Issue {
  return { code, feature, severity, message: code, geometry: null };
}

describe('phases', () => {
  it('are counted from one, and what says nothing belongs to the first', () => {
    expect(
      [undefined, 1, 5, 0, 6, 1.5, '2', null, true].map((said) => phaseOf(drawn('a', said))),
    ).toEqual([1, 1, 5, 1, 1, 1, 1, 1, 1]);
  });

  it('grow: each holds all before it, the last holds everything, in the order drawn', () => {
    fc.assert(
      fc.property(arbitraryProposal, (proposal) => {
        const { interventions } = proposal;
        const parts = phasesOf(proposal).map(({ number }) => drawnUntil(interventions, number));
        parts.forEach((part, index) => {
          for (const each of parts[index - 1] ?? []) expect(part).toContain(each);
          expect(part).toEqual(interventions.filter((each) => part.includes(each)));
        });
        expect(parts.at(-1)).toEqual(interventions);
      }),
    );
  });

  it('are the programme’s two where none is named, and as many as are used', () => {
    const proposal = { id: '1', area: 'a', name: '', description: '', interventions: [] };
    expect(phasesOf(proposal).map(({ number }) => number)).toEqual([1, 2]);
    expect(phasesOf({ ...proposal, interventions: [drawn('a', 4)] })).toHaveLength(4);
    const named = { ...proposal, settings: { phases: [{ name: 'Plan', year: 2026 }] } };
    expect(phasesOf(named)).toEqual([{ name: 'Plan', year: 2026, number: 1 }]);
    expect(phasesOf({ ...named, interventions: [drawn('a', 2)] })).toEqual([
      { name: 'Plan', year: 2026, number: 1 },
      { name: '', number: 2 },
    ]);
  });

  it('are there once something is built later than something else', () => {
    expect(isPhased([])).toBe(false);
    expect(isPhased([drawn('a'), drawn('b', 1)])).toBe(false);
    expect(isPhased([drawn('a', 2), drawn('b', 2)])).toBe(false);
    expect(isPhased([drawn('a'), drawn('b', 2)])).toBe(true);
  });

  it('tell what only comes up because something is built later', () => {
    const whole = [issue('loose_end', 'a')];
    const part = [
      issue('loose_end', 'a'),
      issue('touches_no_street', 'b', 'error'),
      issue('facilities_kept', 'c', 'note'),
    ];
    expect(issuesOfPhase(part, whole)).toEqual([part[1]]);
  });
});
