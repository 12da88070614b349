import { describe, expect, it } from 'vitest';
import { servedRoles } from './served-homes';

const homes = {
  ids: ['stays', 'comes', 'goes', 'near', 'far', 'torn down', 'drawn'],
  lon: [0, 0, 0, 0, 0, 0, 0],
  lat: [0, 0, 0, 0, 0, 0, 0],
  residents: [1, 1, 1, 1, 1, 1, 0],
  residents_proposal: [1, 1, 1, 1, 1, 0, 2],
  baseline_ms: [60_000, 900_000, 60_000, 900_000, null, 60_000, null],
  proposal_ms: [60_000, 60_000, 60_000, 600_000, 600_001, 60_000, 60_000],
  nearest_baseline: [true, false, true, false, false, true, false],
  nearest_proposal: [true, true, false, false, false, true, true],
};

describe('homes beside a facility', () => {
  it('says what changed', () => {
    expect(servedRoles(homes, 10, 'change')).toEqual([
      'nearest',
      'gained',
      'lost',
      'within',
      'elsewhere',
      'lost',
      'gained',
    ]);
  });

  it('says how it is before, and after', () => {
    expect(servedRoles(homes, 10, 'before')).toEqual([
      'nearest',
      'elsewhere',
      'nearest',
      'elsewhere',
      'elsewhere',
      'nearest',
      'elsewhere',
    ]);
    expect(servedRoles(homes, 10, 'after')).toEqual([
      'nearest',
      'nearest',
      'within',
      'within',
      'elsewhere',
      'elsewhere',
      'nearest',
    ]);
  });
});
