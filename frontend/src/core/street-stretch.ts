import type { Position } from 'geojson';
import { nearestCut } from './line-cut';
import { lengthM } from './measure';

/** A piece of street as the service gives it. */
export interface StreetPiece {
  readonly id: string;
  readonly line: readonly Position[];
  readonly fromNode: number;
  readonly toNode: number;
  readonly streetClass: string;
  readonly name: string | null;
  readonly walk: boolean;
  readonly bike: string;
  readonly lit: boolean | null;
  readonly grade: string;
}

/** A street from junction to junction: what a hand means when it points at one. */
export interface StreetStretch {
  /** Pieces in order along the line. */
  readonly ids: readonly string[];
  readonly line: readonly Position[];
  readonly lengthM: number;
  readonly piece: StreetPiece;
}

const CELL_DEGREES = 0.002;
/** Longer chains than this are no stretch between two junctions. */
const MOST_PIECES = 40;

/** Finds the street under the pointer and follows it to the junctions at both its ends. */
export class StreetPicker {
  readonly #cells = new Map<string, Set<StreetPiece>>();
  readonly #atNode = new Map<number, StreetPiece[]>();

  constructor(pieces: readonly StreetPiece[]) {
    for (const piece of pieces) {
      for (const node of new Set([piece.fromNode, piece.toNode])) {
        this.#atNode.set(node, [...(this.#atNode.get(node) ?? []), piece]);
      }
      for (const key of cellsOf(piece.line)) {
        const cell = this.#cells.get(key);
        if (cell === undefined) this.#cells.set(key, new Set([piece]));
        else cell.add(piece);
      }
    }
  }

  /** The stretch nearest to a place, within so many metres; null where there is none. */
  pick(
    place: Position,
    withinM: number,
    wanted: (piece: StreetPiece) => boolean = () => true,
  ): StreetStretch | null {
    let best: StreetPiece | null = null;
    let bestM = withinM;
    for (const piece of this.#around(place)) {
      if (!wanted(piece)) continue;
      const distanceM = nearestCut(piece.line, place)?.distanceM ?? Infinity;
      if (distanceM <= bestM) {
        best = piece;
        bestM = distanceM;
      }
    }
    return best === null ? null : this.stretch(best);
  }

  /** Streets that a stretch passes over or under. */
  passed(stretch: StreetStretch): readonly StreetPiece[] {
    const own = new Set(stretch.ids);
    const found = new Set<StreetPiece>();
    for (const key of cellsOf(stretch.line)) {
      for (const piece of this.#cells.get(key) ?? []) {
        const elsewhere = piece.grade !== stretch.piece.grade && !own.has(piece.id);
        if (elsewhere && linesCross(stretch.line, piece.line)) found.add(piece);
      }
    }
    return [...found];
  }

  /** Ends of pieces that lie within so many metres of a line. */
  nodesBeside(line: readonly Position[], withinM: number): readonly Position[] {
    const found = new Map<number, Position>();
    for (const key of cellsOf(line)) {
      for (const { fromNode, toNode, line: piece } of this.#cells.get(key) ?? []) {
        found.set(fromNode, piece[0] ?? []);
        found.set(toNode, piece.at(-1) ?? []);
      }
    }
    return [...found.values()].filter(
      (place) => (nearestCut(line, place)?.distanceM ?? Infinity) <= withinM,
    );
  }

  /** Follow a piece both ways to the next junction. */
  stretch(piece: StreetPiece): StreetStretch {
    const taken = new Set([piece]);
    const after = this.#follow(piece, piece.toNode, taken);
    const before = this.#follow(piece, piece.fromNode, taken);
    const ahead = after.flatMap(({ line }) => line.slice(1));
    const behind = before.flatMap(({ line }) => line.slice(1)).toReversed();
    const line = [...behind, ...piece.line, ...ahead];
    const ids = [
      ...before.toReversed().map(({ id }) => id),
      piece.id,
      ...after.map(({ id }) => id),
    ];
    return { ids, line, lengthM: lengthM(line), piece };
  }

  /** Pieces from a node on, each line running away from it, as long as there is only one way. */
  #follow(
    from: StreetPiece,
    node: number,
    taken: Set<StreetPiece>,
  ): readonly { readonly id: string; readonly line: readonly Position[] }[] {
    const found: { id: string; line: readonly Position[] }[] = [];
    let here = node;
    while (found.length < MOST_PIECES) {
      const [one, other, third] = this.#atNode.get(here) ?? [];
      if (one === undefined || other === undefined || third !== undefined) break;
      const next = taken.has(one) ? other : one;
      if (taken.has(next) || !isAlike(next, from)) break;
      taken.add(next);
      const forwards = next.fromNode === here;
      found.push({ id: next.id, line: forwards ? next.line : next.line.toReversed() });
      here = forwards ? next.toNode : next.fromNode;
    }
    return found;
  }

  *#around([lon = 0, lat = 0]: Position): Generator<StreetPiece> {
    const [column, row] = [Math.floor(lon / CELL_DEGREES), Math.floor(lat / CELL_DEGREES)];
    const seen = new Set<StreetPiece>();
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        for (const piece of this.#cells.get(`${column + dx},${row + dy}`) ?? []) {
          if (!seen.has(piece)) yield piece;
          seen.add(piece);
        }
      }
    }
  }
}

/** A street that changes its class, its name or who may use it is another street. */
function isAlike(one: StreetPiece, other: StreetPiece): boolean {
  return (
    one.streetClass === other.streetClass &&
    one.name === other.name &&
    one.walk === other.walk &&
    one.bike === other.bike &&
    one.lit === other.lit &&
    one.grade === other.grade
  );
}

function* cellsOf(line: readonly Position[]): Generator<string> {
  for (let index = 1; index < line.length; index += 1) {
    const ends = [line[index - 1] ?? [], line[index] ?? []];
    const columns = ends.map(([lon = 0]) => Math.floor(lon / CELL_DEGREES));
    const rows = ends.map(([, lat = 0]) => Math.floor(lat / CELL_DEGREES));
    for (let column = Math.min(...columns); column <= Math.max(...columns); column += 1) {
      for (let row = Math.min(...rows); row <= Math.max(...rows); row += 1) {
        yield `${column},${row}`;
      }
    }
  }
}

/** Whether two lines are the same stretch, whichever way they run. */
export function sameStretch(one: readonly Position[], other: readonly Position[]): boolean {
  const line = JSON.stringify(other);
  return JSON.stringify(one) === line || JSON.stringify(one.toReversed()) === line;
}

function linesCross(one: readonly Position[], other: readonly Position[]): boolean {
  return one
    .slice(1)
    .some((to, index) =>
      other.slice(1).some((end, at) => segmentsCross(one[index] ?? [], to, other[at] ?? [], end)),
    );
}

/** Whether two segments cross in their middle; one that only touches the other does not. */
function segmentsCross(a: Position, b: Position, c: Position, d: Position): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function side([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, [x = 0, y = 0]: Position) {
  return Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
}
