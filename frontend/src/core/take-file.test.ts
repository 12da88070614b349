import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProposal } from '../testing/arbitrary-proposal';
import {
  boundsOf,
  type DrawingFile,
  type FileFeature,
  type FileLayer,
  fits,
  type LayerUse,
  likelyUse,
  understandOwn,
  usesOf,
} from './drawing-file';
import { exportProposal } from './geojson';
import { commit, startHistory, undo } from './history';
import { KINDS } from './kinds';
import { createProposal } from './proposal';
import { addFromFile, sortFile } from './take-file';

let counter = 0;
const newId = () => {
  counter += 1;
  return `new-${counter}`;
};

const line: FileFeature = {
  id: '1',
  kind: null,
  geometry: {
    type: 'LineString',
    coordinates: [
      [12.28, 55.65],
      [12.29, 55.66],
    ],
  },
  properties: { bredde: 3 },
};
const point: FileFeature = {
  id: '2',
  kind: 'facility',
  geometry: { type: 'Point', coordinates: [12.3, 55.64] },
  properties: { kind: 'facility', category: 'school' },
};

function layer(
  name: string,
  features: readonly FileFeature[],
  kind: string | null = null,
): FileLayer {
  return { name, count: features.length, geometries: {}, attributes: [], kind, features };
}

function file(...layers: readonly FileLayer[]): DrawingFile {
  return {
    name: 'plan.gpkg',
    bbox: [12, 55, 13, 56],
    layers,
    faults: [],
    faultCount: 0,
    notes: [],
    limits: { features: 500, vertices: 50_000 },
  };
}

const empty = createProposal({
  id: 'p',
  area: 'taastrupgaard',
  name: '',
  description: '',
  interventions: [],
});

describe('what a layer can be taken as', () => {
  it('is what its shapes can be drawn as, to look at, or nothing', () => {
    expect(usesOf(layer('a', [line]))).toEqual([
      'connection',
      'crossing',
      'closure',
      'change',
      'service',
      'service_change',
      'underlay',
      'nothing',
    ]);
    expect(usesOf(layer('a', [point]))[0]).toBe('own');
  });

  it('is what the file says, else what its name speaks of, else to look at', () => {
    expect(likelyUse(layer('a', [line, point], 'connection'))).toBe('own');
    expect(likelyUse(layer('a', [line], 'connection'))).toBe('connection');
    expect(likelyUse(layer('a', [line], 'demolition'))).toBe('underlay');
    expect(likelyUse(layer('a', [line], 'castle'))).toBe('underlay');
    expect(likelyUse(layer('a', [line]))).toBe('underlay');
  });
});

describe('a file sorted by what becomes of it', () => {
  it('draws what fits, counts what does not, and lays the rest under', () => {
    const sorted = sortFile(
      file(layer('stier', [line, point]), layer('huse', [line, line]), layer('x', [point])),
      ['connection', 'underlay', 'nothing'],
      newId,
    );
    expect(sorted.drawn).toHaveLength(1);
    expect(sorted.drawn[0]?.properties).toMatchObject({
      kind: 'connection',
      bredde: 3,
      modes: ['walk', 'bike'],
    });
    expect(sorted.unfit).toBe(1);
    expect(sorted.underlay).toHaveLength(2);
    expect(sorted.vertices).toBe(2);
  });

  it('draws nothing that is at fault, and shows it as underlay all the same', () => {
    const fault = { layer: 'a', feature: '1', message: '', place: null, shown: true };
    const faulty = { ...file(layer('a', [line])), faults: [fault], faultCount: 1 };
    expect(sortFile(faulty, ['connection'], newId)).toMatchObject({ drawn: [], unfit: 1 });
    expect(sortFile(faulty, ['underlay'], newId).underlay).toEqual([line]);
  });

  it('loses nothing and makes nothing up', () => {
    const uses = fc.constantFrom<LayerUse>('own', 'underlay', 'nothing', ...KINDS);
    const features = fc.array(fc.constantFrom(line, point), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(fc.tuple(features, uses), { maxLength: 4 }), (rows) => {
        const layers = rows.map(([some], index) => layer(String(index), some));
        const chosen = rows.map(([, use]) => use);
        const { drawn, underlay, unfit } = sortFile(file(...layers), chosen, newId);
        const wanted = rows.filter(([, use]) => use !== 'nothing').flatMap(([some]) => some);
        expect(drawn.length + underlay.length + unfit).toBe(wanted.length);
        for (const { geometry, properties } of drawn) {
          expect(fits(properties.kind as (typeof KINDS)[number], geometry.type)).toBe(true);
        }
      }),
    );
  });
});

describe('taking a file', () => {
  it('brings back what was exported, id for id', () => {
    fc.assert(
      fc.property(arbitraryProposal, (proposal) => {
        fc.pre(proposal.interventions.length > 0);
        const text = JSON.stringify({ ...exportProposal(proposal), forbind: undefined });
        const read = understandOwn(text, 'x.geojson');
        if (read === null) throw new Error('not understood');
        const { drawn, unfit } = sortFile(read, ['own'], newId);
        const fitting = proposal.interventions.filter(({ geometry, properties }) =>
          fits(properties.kind as (typeof KINDS)[number], geometry.type),
        );
        expect(drawn).toEqual(fitting);
        expect(unfit).toBe(proposal.interventions.length - fitting.length);
        expect(addFromFile(empty, drawn, newId).interventions).toEqual(fitting);
      }),
    );
  });

  it('is one step, and undone in one', () => {
    const { drawn } = sortFile(file(layer('a', [line, line, line])), ['connection'], newId);
    const before = startHistory(empty);
    const after = commit(before, addFromFile(empty, drawn, newId));
    expect(after.present.interventions).toHaveLength(3);
    expect(undo(after).present).toBe(empty);
  });

  it('gives every drawing an id of its own', () => {
    const { drawn } = sortFile(file(layer('a', [point])), ['own'], newId);
    const twice = addFromFile(addFromFile(empty, drawn, newId), drawn, newId);
    expect(new Set(twice.interventions.map(({ id }) => id)).size).toBe(2);
    expect(Object.isFrozen(twice.interventions)).toBe(true);
  });

  it('leaves any other file to the service', () => {
    expect(understandOwn('{', 'x')).toBeNull();
    expect(understandOwn('{"type":"FeatureCollection","features":[]}', 'x')).toBeNull();
    const other = { type: 'Feature', geometry: point.geometry, properties: { kind: 'castle' } };
    const text = JSON.stringify({ type: 'FeatureCollection', features: [other] });
    expect(understandOwn(text, 'x')).toBeNull();
  });

  it('knows where it lies', () => {
    expect(boundsOf([line, point])).toEqual([12.28, 55.64, 12.3, 55.66]);
  });
});
