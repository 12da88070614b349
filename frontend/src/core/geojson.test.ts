import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProposal } from '../testing/arbitrary-proposal';
import { exportProposal, importProposal } from './geojson';

let counter = 0;
const newId = () => {
  counter += 1;
  return `new-${counter}`;
};

describe('proposal files', () => {
  it('import after export is identity', () => {
    fc.assert(
      fc.property(arbitraryProposal, (proposal) => {
        const result = importProposal(JSON.stringify(exportProposal(proposal)), newId);
        if (!result.ok) throw new Error(JSON.stringify(result.faults));
        expect(result.interventions).toEqual(proposal.interventions);
        expect(result.area).toBe(proposal.area);
        expect(result.name).toBe(proposal.name);
        expect(result.description).toBe(proposal.description);
        expect(result.settings).toEqual(proposal.settings);
      }),
    );
  });

  it('collects every fault with its place in the file', () => {
    const file = {
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { kind: 'housing' }, geometry: null },
        { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [12, 55] } },
        {
          type: 'Feature',
          properties: { kind: 'housing' },
          geometry: { type: 'Point', coordinates: [707_000, 6_172_000] },
        },
        'nothing',
      ],
    };
    expect(importProposal(JSON.stringify(file), newId)).toEqual({
      ok: false,
      faults: [
        { code: 'geometry', position: 0 },
        { code: 'no_kind', position: 1 },
        { code: 'degrees', position: 2 },
        { code: 'not_feature', position: 3 },
      ],
    });
  });

  it('says when the file is not GeoJSON at all', () => {
    expect(importProposal('{', newId)).toEqual({
      ok: false,
      faults: [{ code: 'not_json', position: null }],
    });
    expect(importProposal('[]', newId)).toEqual({
      ok: false,
      faults: [{ code: 'not_collection', position: null }],
    });
  });

  it('gives ids where they are missing or taken', () => {
    const point = { type: 'Point', coordinates: [12.3, 55.6] };
    const feature = { type: 'Feature', geometry: point, properties: { kind: 'housing' } };
    const file = {
      type: 'FeatureCollection',
      features: [{ ...feature, id: 7 }, { ...feature, id: 7 }, feature],
    };
    const result = importProposal(JSON.stringify(file), newId);
    if (!result.ok) throw new Error('refused');
    const ids = result.interventions.map(({ id }) => id);
    expect(ids[0]).toBe('7');
    expect(new Set(ids).size).toBe(3);
  });
});
