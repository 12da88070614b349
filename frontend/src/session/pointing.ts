import { signal } from '@preact/signals';
import type { Position } from 'geojson';
import { sheet } from './panel-view';

/** A place that the map was asked to show; anew each time, so that asking twice shows it twice. */
export const pointedAt = signal<Position | null>(null);

export function pointAt(place: Position): void {
  // A sheet that covers the map comes down first.
  if (sheet.peek() === 'high') sheet.value = 'middle';
  pointedAt.value = [...place];
}
