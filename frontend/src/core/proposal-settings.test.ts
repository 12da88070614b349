import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProposal, arbitrarySettings } from '../testing/arbitrary-proposal';
import { removeLastPhase, resetPrices, setPhases, setPrice } from './actions/change-settings';
import { phaseOf, phasesOf } from './phases';
import { readSettings } from './proposal-settings';
import { sameDrawing } from './same-drawing';

describe('settings of a proposal', () => {
  it('are read back as they were written', () => {
    fc.assert(
      fc.property(arbitrarySettings, (settings) => {
        expect(readSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
      }),
    );
  });

  it('mean the same with and without what says nothing', () => {
    expect(readSettings(undefined)).toEqual({});
    expect(readSettings({ cost: null, phases: [] })).toEqual({});
    expect(readSettings({ cost: { closure_kr: 5, path_kr_per_m2: null } })).toEqual({
      cost: { closure_kr: 5 },
    });
    expect(readSettings({ phases: [{ name: 'Plan', year: null }] })).toEqual({
      phases: [{ name: 'Plan' }],
    });
  });

  it.each([
    'words',
    [],
    { cost: [] },
    { cost: { closure_kr: '5' } },
    { phases: {} },
    { phases: [1] },
    { phases: [{ name: 1 }] },
    { phases: [{ name: 'x'.repeat(61) }] },
    { phases: [{ year: 1.5 }] },
    { phases: [{ year: 3000 }] },
    { phases: Array.from({ length: 6 }, () => ({ name: '' })) },
  ])('are refused where they are none: %j', (value) => {
    expect(readSettings(value)).toBeNull();
  });

  it('are part of what two proposals share', () => {
    fc.assert(
      fc.property(arbitraryProposal, fc.integer({ min: 1, max: 9 }), (proposal, kr) => {
        const changed = setPrice(proposal, 'crossing_zebra_kr', kr);
        expect(sameDrawing(proposal, changed)).toBe(false);
        expect(sameDrawing(proposal, setPrice(changed, 'crossing_zebra_kr', null))).toBe(true);
      }),
    );
  });

  it('leave everything else alone, and forget what is at its default', () => {
    fc.assert(
      fc.property(arbitraryProposal, (proposal) => {
        const plain = resetPrices(setPrice(proposal, 'closure_kr', 1));
        expect(plain.settings?.cost).toBeUndefined();
        expect(plain.settings?.phases).toEqual(proposal.settings?.phases);
        expect(plain.interventions).toEqual(proposal.interventions);
        expect(setPhases(plain, []).settings).toEqual({});
      }),
    );
  });

  it('lose the last phase without losing what was to be built in it', () => {
    fc.assert(
      fc.property(arbitraryProposal, (proposal) => {
        const before = phasesOf(proposal);
        const fewer = removeLastPhase(proposal, before);
        expect(fewer.interventions.map(({ id }) => id)).toEqual(
          proposal.interventions.map(({ id }) => id),
        );
        for (const [index, drawn] of fewer.interventions.entries()) {
          const was = phaseOf(proposal.interventions[index] ?? drawn);
          expect(phaseOf(drawn)).toBe(Math.min(was, Math.max(1, before.length - 1)));
        }
      }),
    );
  });
});
