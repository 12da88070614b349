import { computed, effect, untracked } from '@preact/signals';
import type { Position } from 'geojson';
import { midway } from '../core/boundary-stretches';
import type { MarkMeaning } from '../core/mark-meaning';
import { boundaryPicture } from './boundary';
import { detours } from './severance';
import { inspected } from './things';

/** A mark on the map that can be pointed at and asked about. */
export interface Mark {
  readonly type: 'mark';
  readonly id: string;
  readonly meaning: MarkMeaning;
  readonly position: Position;
  readonly reachPx: number;
}

/** The marks of the layer the map speaks of; where two are as near, the first is meant. */
export const marks = computed<readonly Mark[]>(() => {
  const boundary = boundaryPicture.value;
  const places = detours.value ?? [];
  return [
    ...(boundary?.ways ?? []).map(
      ({ at_m, lon, lat, state }): Mark => ({
        type: 'mark',
        id: `way-${lon}-${lat}-${at_m}`,
        meaning: { kind: 'way', state },
        position: [lon, lat],
        reachPx: 11,
      }),
    ),
    ...(boundary?.stretches ?? []).map(
      (stretch): Mark => ({
        type: 'mark',
        id: stretch.id,
        meaning: { kind: 'gap', stretch },
        position: midway(stretch.line),
        reachPx: 14,
      }),
    ),
    ...places.map(
      (place): Mark => ({
        type: 'mark',
        id: place.id,
        meaning: { kind: 'detour', place },
        position: [...place.position],
        reachPx: 10,
      }),
    ),
  ];
});

/** What was asked about a mark follows the drawing; a mark that is gone is asked about no more. */
export function keepMarks(): void {
  effect(() => {
    const now = marks.value;
    untracked(() => {
      const asked = inspected.peek();
      if (asked?.type === 'mark') inspected.value = now.find(({ id }) => id === asked.id) ?? null;
    });
  });
}
