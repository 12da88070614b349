import { describe, expect, it } from 'vitest';
import type { IndicatorRow } from './indicator-row';
import { clampStep, pictureOf, STEPS, stepAt } from './presentation';

const row = (id: string, category: string | null = null): IndicatorRow => ({
  id,
  mode: 'walk',
  category,
  cutoff_min: 10,
  variant: null,
  unit: 'share',
  better: 'higher',
  baseline: 0.2,
  proposal: 0.4,
  change: 0.2,
  known_share: 1,
});

const PER_STREET = [
  { id: 'edge_flow', group: 3, live: false },
  { id: 'choice', group: 4, live: false },
  { id: 'integration', group: 4, live: false },
];

describe('presentation', () => {
  it('begins with the story and ends with the last question', () => {
    expect(STEPS).toHaveLength(6);
    expect(stepAt(0)).toBe('story');
    expect(stepAt(5)).toBe('fair');
    expect(stepAt(99)).toBe('fair');
    expect(stepAt(-3)).toBe('story');
    expect(clampStep(Number.NaN)).toBe(0);
    expect(clampStep(2.9)).toBe(2);
  });

  it('shows the homes and the place a sentence speaks of', () => {
    expect(pictureOf('out', row('share_within', 'station'), PER_STREET)).toEqual({
      theme: { kind: 'homes' },
      category: 'station',
    });
    expect(pictureOf('fair', row('gap_to_city', 'grocery'), PER_STREET).category).toBe('grocery');
  });

  it('shows who gets here as rings', () => {
    expect(pictureOf('in', row('visitors_within'), PER_STREET).theme).toEqual({ kind: 'reach' });
  });

  it('colours the streets by the number itself where it is known for them', () => {
    expect(pictureOf('tied', row('integration'), PER_STREET).theme).toEqual({
      kind: 'streets',
      id: 'integration',
    });
  });

  it('shows ways in and barriers by the layers that draw them', () => {
    expect(pictureOf('tied', row('boundary_entrances'), PER_STREET).theme.kind).toBe('boundary');
    expect(pictureOf('tied', row('entrance_gap'), []).theme.kind).toBe('boundary');
    expect(pictureOf('tied', row('severance'), PER_STREET).theme.kind).toBe('severance');
  });

  it('otherwise by what stands for the question, and without that shows the homes', () => {
    expect(pictureOf('through', row('through_movement'), PER_STREET).theme).toEqual({
      kind: 'streets',
      id: 'edge_flow',
    });
    expect(pictureOf('tied', row('detour_factor'), PER_STREET).theme).toEqual({
      kind: 'streets',
      id: 'choice',
    });
    expect(pictureOf('through', null, []).theme).toEqual({ kind: 'homes' });
  });
});
