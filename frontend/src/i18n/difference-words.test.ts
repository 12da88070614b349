import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createProposal, type Intervention } from '../core/proposal';
import { differenceBetween } from '../core/proposal-difference';
import { arbitraryProposal } from '../testing/arbitrary-proposal';
import { da } from './da';
import { changeWords, oppositionWords, shortened } from './difference-words';
import { en } from './en';

const path: Intervention = {
  type: 'Feature',
  id: 'path',
  geometry: {
    type: 'LineString',
    coordinates: [
      [12.1, 55.6],
      [12.2, 55.6],
    ],
  },
  properties: { kind: 'connection', lit: true },
};
const shop: Intervention = {
  type: 'Feature',
  id: 'shop',
  geometry: { type: 'Point', coordinates: [12.1, 55.6] },
  properties: { kind: 'facility', category: 'grocery', name: '' },
};

function version(name: string, ...interventions: Intervention[]) {
  return createProposal({ id: 'p', area: 'taastrupgaard', name, description: '', interventions });
}

const moved: Intervention = { ...shop, geometry: { type: 'Point', coordinates: [12.2, 55.7] } };
const darker: Intervention = { ...path, properties: { kind: 'connection', lit: false, odd: 1 } };

describe('differences in words', () => {
  it('say what a change did', () => {
    const said = (one: ReturnType<typeof version>, other: ReturnType<typeof version>) =>
      changeWords(differenceBetween(one, other), da).map(({ text }) => text);
    expect(said(version('A'), version('A', path))).toEqual(['Tegnet: Sti']);
    expect(said(version('A', shop), version('B', moved))).toEqual([
      'Flyttet: Dagligvarer',
      'Omdøbt til “B”',
    ]);
    expect(said(version('A', path), version('A', darker))).toEqual(['Ændret: Sti (lys, andet)']);
    expect(said(version('A', path), version('A'))).toEqual(['Slettet: Sti']);
    expect(said(version('A'), version('A'))).toEqual(['Gemt uden ændringer']);
  });

  it('say what is between two versions', () => {
    const difference = differenceBetween(version('A', path), version('B', shop, darker));
    expect(oppositionWords(difference, da).map(({ text }) => text)).toEqual([
      'Kun i den anden: Dagligvarer',
      'Forskellig: Sti (lys, andet)',
      'Hedder “A” hos dig og “B” i den anden',
    ]);
  });

  it('always say something, in both languages, and no more than asked for', () => {
    fc.assert(
      fc.property(
        arbitraryProposal,
        arbitraryProposal,
        fc.integer({ min: 1, max: 5 }),
        (a, b, n) => {
          for (const messages of [da, en]) {
            const told = changeWords(differenceBetween(a, b), messages);
            expect(told.length).toBeGreaterThan(0);
            expect(shortened(told, n, messages).length).toBeLessThanOrEqual(n);
          }
        },
      ),
    );
  });
});
