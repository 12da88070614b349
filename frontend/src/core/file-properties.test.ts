import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_IN_FILE, propertiesFrom } from './file-properties';
import { KINDS } from './kinds';

describe('properties from a file', () => {
  it('are the usual ones with the file’s own over them', () => {
    expect(
      propertiesFrom('connection', { lit: true, width_m: 3 }, { width_m: 2, navn: 'Sti' }),
    ).toEqual({ kind: 'connection', lit: true, width_m: 2, navn: 'Sti' });
  });

  it('are read out of the words of a table', () => {
    const read = propertiesFrom(
      'connection',
      {},
      {
        lit: 'ja',
        steps: 'Nej',
        width_m: '2,5',
        modes: '["walk","bike"]',
      },
    );
    expect(read).toMatchObject({ lit: true, steps: false, width_m: 2.5, modes: ['walk', 'bike'] });
    expect(propertiesFrom('closure', {}, { modes: 'walk, bike' }).modes).toEqual(['walk', 'bike']);
    expect(propertiesFrom('change', {}, { lit: 0 }).lit).toBe(false);
  });

  it('keep beside them what cannot be read', () => {
    const read = propertiesFrom(
      'facility',
      { category: 'grocery' },
      {
        category: 'casino',
        capacity: 'mange',
        name: 7,
      },
    );
    expect(read).toEqual({
      kind: 'facility',
      category: 'grocery',
      'fil:category': 'casino',
      'fil:capacity': 'mange',
      'fil:name': 7,
    });
  });

  it('leave as usual what the file leaves empty', () => {
    expect(propertiesFrom('housing', { homes: 40 }, { homes: null, note: null })).toEqual({
      kind: 'housing',
      homes: 40,
      note: null,
    });
  });

  it('lose no value and never change the kind', () => {
    const value = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean());
    const name = fc.oneof(fc.constantFrom('lit', 'modes', 'share', 'name', 'kind'), fc.string());
    const table = fc.dictionary(name, value);
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), table, (kind, said) => {
        const read = propertiesFrom(kind, {}, said);
        expect(read.kind).toBe(kind);
        for (const one of Object.keys(said)) {
          if (one === 'kind') continue;
          expect(Object.hasOwn(read, one) || Object.hasOwn(read, `${AS_IN_FILE}${one}`)).toBe(true);
        }
      }),
    );
  });
});
