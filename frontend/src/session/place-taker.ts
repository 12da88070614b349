import { signal } from '@preact/signals';
import type { Position } from 'geojson';

/** Who is told of the next places that are pointed at, instead of asking what is there. */
export const placeTaker = signal<((place: Position) => void) | null>(null);

/** The ground that is seen now, beside tools and panels. */
export interface SeenGround {
  readonly middle: Position;
  readonly widthM: number;
}

/** Tells which ground the map shows, once there is a map. */
export const groundInView = signal<(() => SeenGround) | null>(null);

/** A place that the map is to show, and all of it where it has an extent: west, south, east, north. */
export const lookAt = signal<
  { readonly place: Position } | { readonly bbox: readonly [number, number, number, number] } | null
>(null);
