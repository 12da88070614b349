import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProposal } from '../../testing/arbitrary-proposal';
import { commit, startHistory, undo } from '../history';
import { alongM, cutAt, nearestCut, splitLine } from '../line-cut';
import { joinPartner } from '../line-join';
import { distanceM, lengthM } from '../measure';
import { handlesOf } from '../nudge';
import { createProposal, findIntervention, type Intervention } from '../proposal';
import { changeProperties } from './change-properties';
import { duplicateIntervention } from './duplicate-intervention';
import { joinInterventions } from './join-interventions';
import { splitIntervention } from './split-intervention';

const place = fc
  .tuple(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 40_000 }))
  .map(([east, north]) => [12.28 + east / 1e6, 55.64 + north / 1e6]);
const line = fc.uniqueArray(place, {
  minLength: 2,
  maxLength: 7,
  selector: (each) => JSON.stringify(each),
});
const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);

function proposalWith(coordinates: number[][], ...others: Intervention[]) {
  const drawn: Intervention = {
    type: 'Feature',
    id: 'path',
    geometry: { type: 'LineString', coordinates },
    properties: { kind: 'connection', lit: true, width_m: 3, modes: ['walk'] },
  };
  const interventions = [drawn, ...others];
  return createProposal({ id: 'p', area: 'a', name: '', description: '', interventions });
}

describe('splitting a drawn line', () => {
  it('gives two lines of the same properties whose lengths add up, joined at the cut', () => {
    fc.assert(
      fc.property(line, share, (coordinates, part) => {
        const before = proposalWith(coordinates);
        const cut = cutAt(coordinates, part * lengthM(coordinates));
        const after = splitIntervention(before, 'path', cut, 'second');
        if (splitLine(coordinates, cut) === null) {
          expect(after).toBe(before);
          return;
        }
        const [first, second] = after.interventions;
        expect([first?.id, second?.id]).toEqual(['path', 'second']);
        expect(second?.properties).toEqual(first?.properties);
        const halves = [first, second].map((half) => handlesOf(half?.geometry ?? never()));
        expect(halves[0]?.at(-1)).toEqual(halves[1]?.[0]);
        const sum = halves.reduce((total, half) => total + lengthM(half), 0);
        expect(Math.abs(sum - lengthM(coordinates))).toBeLessThan(0.02);
      }),
    );
  });

  it('is undone by undo, whatever is split', () => {
    fc.assert(
      fc.property(arbitraryProposal, fc.nat(5), share, (start, pick, part) => {
        const chosen = start.interventions[pick];
        const places = chosen === undefined ? [] : handlesOf(chosen.geometry);
        const cut = cutAt(places, part * lengthM(places));
        const next = splitIntervention(start, chosen?.id ?? '', cut, 'new');
        const done = commit(startHistory(start), next);
        expect(next === start ? done.present : undo(done).present).toBe(start);
      }),
    );
  });

  it('takes a cut beside a vertex for the vertex, and refuses the ends', () => {
    const coordinates = [
      [12.3, 55.65],
      [12.302, 55.65],
      [12.304, 55.652],
    ];
    const beside = { segment: 0, place: [12.3019999, 55.65] };
    expect(splitLine(coordinates, beside)).toEqual([coordinates.slice(0, 2), coordinates.slice(1)]);
    expect(splitLine(coordinates, { segment: 0, place: [12.3, 55.65] })).toBeNull();
    expect(splitLine(coordinates, { segment: 1, place: [12.304, 55.652] })).toBeNull();
  });

  it('finds the nearest place on a line, and how far along it lies', () => {
    fc.assert(
      fc.property(line, share, (coordinates, part) => {
        const wanted = part * lengthM(coordinates);
        const cut = cutAt(coordinates, wanted);
        expect(Math.abs(alongM(coordinates, cut) - wanted)).toBeLessThan(0.3);
        const near = nearestCut(coordinates, cut.place);
        expect(near?.distanceM ?? Infinity).toBeLessThan(0.05);
      }),
    );
  });
});

describe('splitting and joining', () => {
  it('shares out a stated price by length, and what is joined again costs the same', () => {
    const coordinates = [
      [12.3, 55.65],
      [12.304, 55.65],
    ];
    const plain = proposalWith(coordinates);
    const start = changeProperties(plain, 'path', { cost_kr: 1_000_000.01, phase: 2 });
    const cut = cutAt(coordinates, lengthM(coordinates) / 4);
    const halves = splitIntervention(start, 'path', cut, 'second');
    expect(halves.interventions.map(({ properties }) => properties.cost_kr)).toEqual([
      250_000, 750_000.01,
    ]);
    expect(halves.interventions.map(({ properties }) => properties.phase)).toEqual([2, 2]);
    expect(joinPartner(halves.interventions, 'path')?.id).toBe('second');
    const [whole] = joinInterventions(halves, 'path', 'second').interventions;
    expect(whole?.properties).toEqual(start.interventions[0]?.properties);
  });
});

describe('joining two drawn lines', () => {
  it('is the inverse of splitting', () => {
    fc.assert(
      fc.property(line, share, (coordinates, part) => {
        const start = proposalWith(coordinates);
        const cut = cutAt(coordinates, part * lengthM(coordinates));
        const halves = splitIntervention(start, 'path', cut, 'second');
        if (halves === start) return;
        const joined = joinInterventions(halves, 'path', 'second');
        expect(joined.interventions).toHaveLength(1);
        const [whole] = joined.interventions;
        expect(whole?.properties).toEqual(start.interventions[0]?.properties);
        const joinedM = lengthM(handlesOf(whole?.geometry ?? never()));
        expect(Math.abs(joinedM - lengthM(coordinates))).toBeLessThan(0.02);
      }),
    );
  });

  it('knows the one line it can be joined with, and none where they differ', () => {
    const coordinates = [
      [12.3, 55.65],
      [12.302, 55.65],
    ];
    const next = (id: string, lit: boolean, end: number[]): Intervention => ({
      type: 'Feature',
      id,
      geometry: { type: 'LineString', coordinates: [[12.302, 55.65], end] },
      properties: { kind: 'connection', lit, width_m: 3, modes: ['walk'], name: id },
    });
    const dark = proposalWith(coordinates, next('dark', false, [12.304, 55.65]));
    expect(joinPartner(dark.interventions, 'path')).toBeNull();
    const alike = next('alike', true, [12.304, 55.65]);
    const one = proposalWith(coordinates, alike);
    expect(joinPartner(one.interventions, 'path')?.id).toBe('alike');
    const two = proposalWith(coordinates, alike, next('too', true, [12.302, 55.66]));
    expect(joinPartner(two.interventions, 'path')).toBeNull();
  });
});

describe('duplicating', () => {
  it('leaves the first as it was and gives the copy its own id, some metres away', () => {
    fc.assert(
      fc.property(line, (coordinates) => {
        const start = proposalWith(coordinates);
        const copied = duplicateIntervention(start, 'path', 'copy', 20, -20);
        expect(findIntervention(copied, 'path')).toEqual(start.interventions[0]);
        const copy = findIntervention(copied, 'copy');
        expect(copy?.properties).toEqual(start.interventions[0]?.properties);
        handlesOf(copy?.geometry ?? never()).forEach((at, index) => {
          expect(distanceM(at, coordinates[index] ?? [])).toBeCloseTo(Math.hypot(20, 20), 0);
        });
        const done = commit(startHistory(start), copied);
        expect(undo(done).present).toBe(start);
      }),
    );
  });
});

function never(): never {
  throw new Error('no geometry');
}
