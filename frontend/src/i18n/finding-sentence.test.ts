import { describe, expect, it } from 'vitest';
import type { IndicatorRow } from '../core/indicator-row';
import { da } from './da';
import { en } from './en';
import { findingSentence } from './finding-sentence';

const share: IndicatorRow = {
  id: 'share_within',
  mode: 'walk',
  category: 'school',
  cutoff_min: 10,
  variant: null,
  unit: 'share',
  better: 'higher',
  baseline: 0.8,
  proposal: 0.9,
  change: 0.1,
  known_share: 1,
};

describe('the sentence about residents within reach', () => {
  it('counts people where people and share move the same way', () => {
    expect(findingSentence({ row: share, residents: 78 }, '', da)).toBe(
      '78 flere beboere når en skole på under 10 minutter',
    );
  });

  it('tells the share where homes are torn down and fewer, but a larger part, get there', () => {
    expect(findingSentence({ row: share, residents: -78 }, '', da)).toBe(
      'Andelen, der når en skole på under 10 minutter, stiger fra 80,0\u00a0% til 90,0\u00a0%',
    );
    expect(findingSentence({ row: share, residents: -78 }, '', en)).toBe(
      'The share who reach a school in under 10 minutes rises from 80.0% to 90.0%',
    );
  });
});
