import type { Position } from 'geojson';

/** A street as the map draws it. */
export interface SnapLine {
  readonly coordinates: readonly Position[];
}

const CELL_DEGREES = 0.002;

/**
 * A grid over street segments that finds the nearest one, for bending the pointer to it.
 *
 * Distances are taken on a plane scaled at the place asked about, which is exact enough for
 * a few metres. The service decides what joins; this only helps the hand.
 */
export class StreetGrid {
  readonly #cells = new Map<string, [Position, Position][]>();

  constructor(lines: readonly SnapLine[]) {
    for (const { coordinates } of lines) {
      for (let index = 1; index < coordinates.length; index += 1) {
        this.#add(coordinates[index - 1] as Position, coordinates[index] as Position);
      }
    }
  }

  /** The nearest place on a street within `withinM` metres, or null. */
  nearest(place: Position, withinM: number): { place: Position; distanceM: number } | null {
    const [lon = 0, lat = 0] = place;
    const metresLat = 111_195;
    const metresLon = metresLat * Math.cos((lat * Math.PI) / 180);
    let best: { place: Position; distanceM: number } | null = null;
    for (const [from, to] of this.#around(lon, lat)) {
      const ax = ((from[0] ?? 0) - lon) * metresLon;
      const ay = ((from[1] ?? 0) - lat) * metresLat;
      const bx = ((to[0] ?? 0) - lon) * metresLon;
      const by = ((to[1] ?? 0) - lat) * metresLat;
      const squared = (bx - ax) ** 2 + (by - ay) ** 2;
      const along =
        squared === 0 ? 0 : Math.min(1, Math.max(0, (-ax * (bx - ax) - ay * (by - ay)) / squared));
      const x = ax + along * (bx - ax);
      const y = ay + along * (by - ay);
      const distanceM = Math.hypot(x, y);
      if (distanceM <= withinM && (best === null || distanceM < best.distanceM)) {
        best = { place: [lon + x / metresLon, lat + y / metresLat], distanceM };
      }
    }
    return best;
  }

  #add(from: Position, to: Position): void {
    const columns = [from[0] ?? 0, to[0] ?? 0].map((lon) => Math.floor(lon / CELL_DEGREES));
    const rows = [from[1] ?? 0, to[1] ?? 0].map((lat) => Math.floor(lat / CELL_DEGREES));
    for (let column = Math.min(...columns); column <= Math.max(...columns); column += 1) {
      for (let row = Math.min(...rows); row <= Math.max(...rows); row += 1) {
        const key = `${column},${row}`;
        const cell = this.#cells.get(key);
        if (cell === undefined) this.#cells.set(key, [[from, to]]);
        else cell.push([from, to]);
      }
    }
  }

  *#around(lon: number, lat: number): Generator<[Position, Position]> {
    const column = Math.floor(lon / CELL_DEGREES);
    const row = Math.floor(lat / CELL_DEGREES);
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        yield* this.#cells.get(`${column + dx},${row + dy}`) ?? [];
      }
    }
  }
}
