import { describe, expect, it } from 'vitest';
import { distinctNames } from './distinct-names';

describe('distinct names', () => {
  it('number only what is called the same', () => {
    expect(distinctNames(['Sti', 'Bro', 'Sti'])).toEqual(['Sti 1', 'Bro', 'Sti 2']);
    expect(distinctNames([])).toEqual([]);
  });
});
