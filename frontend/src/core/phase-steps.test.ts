import { describe, expect, it } from 'vitest';
import type { IndicatorRow } from './indicator-row';
import { type PhaseStep, stepLines } from './phase-steps';

const LENS = { mode: 'walk', category: 'school', cutoffMin: 10 };

function row(id: string, proposal: number | null, more: Partial<IndicatorRow> = {}): IndicatorRow {
  return {
    id,
    mode: 'walk',
    category: null,
    cutoff_min: null,
    variant: null,
    unit: 'share',
    better: 'higher',
    baseline: 0.1,
    proposal,
    change: proposal === null ? null : proposal - 0.1,
    known_share: 1,
    ...more,
  };
}

const share = (category: string, proposal: number) =>
  row('share_within', proposal, { category, cutoff_min: 10 });

function step(phase: number, rows: readonly IndicatorRow[], ok = true): PhaseStep {
  return { phase, rows, issues: [], ok };
}

describe('steps', () => {
  it('follow one number from today through the phases', () => {
    const steps = [step(1, [share('school', 0.1)]), step(2, [share('school', 0.4)])];
    expect(stepLines(steps, LENS).map(({ values }) => values)).toEqual([[0.1, 0.1, 0.4]]);
  });

  it('follow the kind that moved most where the chosen one did not', () => {
    const steps = [
      step(1, [share('school', 0.1), share('grocery', 0.3), share('park', 0.2)]),
      step(2, [share('school', 0.1), share('grocery', 0.5), share('park', 0.2)]),
    ];
    const [line] = stepLines(steps, LENS);
    expect(line?.row.category).toBe('grocery');
    expect(line?.values).toEqual([0.1, 0.3, 0.5]);
  });

  it('are as today while nothing of the kind is there', () => {
    const steps = [step(1, []), step(2, [share('school', 0.4)])];
    expect(stepLines(steps, LENS)[0]?.values).toEqual([0.1, 0.1, 0.4]);
  });

  it('have no number where a phase cannot stand alone', () => {
    const steps = [step(1, [], false), step(2, [share('school', 0.4)])];
    expect(stepLines(steps, LENS)[0]?.values).toEqual([0.1, null, 0.4]);
  });

  it('tell nothing where nothing can', () => {
    expect(stepLines([], LENS)).toEqual([]);
    expect(stepLines([step(1, [], false)], LENS)).toEqual([]);
  });
});
