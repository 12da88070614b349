import { describe, expect, it } from 'vitest';
import { StreetPicker, type StreetPiece, sameStretch } from './street-stretch';

/** Nodes 1–2–3–4 along a parallel; at 3 another street leaves to the north. */
function piece(id: string, fromNode: number, toNode: number, line: number[][]): StreetPiece {
  return {
    id,
    fromNode,
    toNode,
    line,
    streetClass: 'path',
    name: null,
    walk: true,
    bike: 'both',
    lit: null,
    grade: 'at_grade',
  };
}
const at = [12.3, 12.302, 12.304, 12.306].map((lon) => [lon, 55.65]);
const [one = [], two = [], three = [], four = []] = at;
const pieces = [
  piece('a', 1, 2, [one, two]),
  // Drawn the other way round.
  piece('b', 3, 2, [three, two]),
  piece('c', 3, 4, [three, four]),
  piece('d', 3, 5, [three, [12.304, 55.652]]),
];

describe('a street from junction to junction', () => {
  it('runs on through a node where there is no choice, and stops at a junction', () => {
    const stretch = new StreetPicker(pieces).pick([12.301, 55.65001], 5);
    expect(stretch?.ids).toEqual(['a', 'b']);
    expect(stretch?.line).toEqual([one, two, three]);
  });

  it('is the same whichever of its pieces is pointed at', () => {
    const picker = new StreetPicker(pieces);
    const fromB = picker.pick([12.303, 55.65001], 5);
    expect(fromB?.ids).toEqual(['b', 'a']);
    expect(fromB?.line).toEqual([three, two, one]);
    expect(fromB?.lengthM).toBeCloseTo(picker.pick([12.301, 55.65], 5)?.lengthM ?? 0, 6);
  });

  it('stops where the street becomes another', () => {
    const named = [...pieces.slice(1), { ...piece('a', 1, 2, [one, two]), name: 'Parkvej' }];
    expect(new StreetPicker(named).pick([12.301, 55.65], 5)?.ids).toEqual(['a']);
  });

  it('ends on a loop, and finds nothing out of reach', () => {
    const loop = [piece('x', 1, 2, [one, two]), piece('y', 2, 1, [two, [12.301, 55.651], one])];
    expect(new StreetPicker(loop).pick([12.301, 55.65], 5)?.ids).toEqual(['x', 'y']);
    expect(new StreetPicker(pieces).pick([12.301, 55.651], 50)).toBeNull();
  });

  it('is the same street whichever way it is read', () => {
    expect(sameStretch([one, two, three], [three, two, one])).toBe(true);
    expect(sameStretch([one, two], [one, three])).toBe(false);
  });

  it('knows where pieces end along a line, and only there', () => {
    const picker = new StreetPicker(pieces);
    expect(picker.nodesBeside([one, three], 4)).toEqual([one, two, three]);
    expect(
      picker.nodesBeside(
        [
          [12.3, 55.651],
          [12.304, 55.651],
        ],
        4,
      ),
    ).toEqual([]);
  });

  it('knows what it passes over or under, and takes a junction for none', () => {
    const over = {
      ...piece('bridge', 8, 9, [
        [12.301, 55.649],
        [12.301, 55.651],
      ]),
      grade: 'bridge',
    };
    const beside = {
      ...piece('far', 10, 11, [
        [12.303, 55.6502],
        [12.303, 55.651],
      ]),
      grade: 'bridge',
    };
    const level = piece('level', 12, 13, [
      [12.303, 55.649],
      [12.303, 55.651],
    ]);
    const picker = new StreetPicker([...pieces, over, beside, level]);
    const street = picker.stretch(pieces[0] as StreetPiece);
    expect(picker.passed(street).map(({ id }) => id)).toEqual(['bridge']);
    expect(picker.passed(picker.stretch(over)).map(({ id }) => id)).toEqual(['a']);
  });
});
