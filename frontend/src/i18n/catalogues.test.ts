import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../core/kinds';
import { da } from './da';
import { en } from './en';
import { plural } from './plural';

function paths(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, child]) => paths(child, `${at}.${key}`));
}

describe('catalogues', () => {
  it('say the same things in both languages', () => {
    expect(paths(en)).toEqual(paths(da));
  });

  it('name every category in both forms', () => {
    for (const catalogue of [da, en]) {
      expect(Object.keys(catalogue.categories)).toEqual([...CATEGORIES]);
      expect(Object.keys(catalogue.categoryNames)).toEqual([...CATEGORIES]);
    }
  });

  it('bend words by number', () => {
    expect(plural('da', 1, 'beboer', 'beboere')).toBe('beboer');
    expect(plural('da', 412, 'beboer', 'beboere')).toBe('beboere');
    expect(da.find.moreReach(412, '412', 'en skole', '10')).toBe(
      '412 flere beboere når en skole på under 10 minutter',
    );
    expect(en.find.moreReach(1, '1', 'a school', '10')).toBe(
      '1 more resident reaches a school in under 10 minutes',
    );
  });
});
