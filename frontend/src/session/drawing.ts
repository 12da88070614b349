import { signal } from '@preact/signals';
import type { Position } from 'geojson';
import type { Issue, Join } from '../core/issue';
import type { Kind, Shape } from '../core/kinds';
import type { InterventionProperties } from '../core/proposal';

/** The tool in hand: what it draws, as which shape, with which properties. */
export interface ActiveTool {
  readonly kind: Kind;
  readonly shape: Shape;
  readonly properties: InterventionProperties;
  /** Things that are there already are pointed at, instead of drawn over. */
  readonly pick: boolean;
}

/** An unfinished drawing. */
export interface Sketch {
  readonly vertices: readonly Position[];
  readonly pointer: Position | null;
}

export const EMPTY_SKETCH: Sketch = { vertices: [], pointer: null };

export const tool = signal<ActiveTool | null>(null);
export const sketch = signal<Sketch>(EMPTY_SKETCH);
/** What the service says of the unfinished drawing. */
export const sketchIssues = signal<readonly Issue[]>([]);
export const sketchJoins = signal<readonly Join[]>([]);
/** Said aloud to a screen reader. */
export const spoken = signal('');
