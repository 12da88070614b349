import type { FileFeature } from './drawing-file';
import type { Size } from './placement';
import type { PlanSteps } from './plan-steps';

interface Common {
  readonly id: string;
  readonly area: string;
  readonly name: string;
  readonly visible: boolean;
  /** From 0, not to be seen, to 1. */
  readonly opacity: number;
  readonly addedAt: string;
}

/** A plan: an image that lies on the map, turned and scaled. */
export interface PlanUnderlay extends Common, Size, PlanSteps {
  readonly type: 'plan';
  readonly image: Blob;
  /** A locked plan cannot be moved. */
  readonly locked: boolean;
}

/** Lines of a drawing from elsewhere, to look at. */
export interface LinesUnderlay extends Common {
  readonly type: 'lines';
  readonly features: readonly FileFeature[];
}

/** What lies under the drawing on this device, and is no part of it. */
export type Underlay = PlanUnderlay | LinesUnderlay;

/** What may be changed of any underlay. */
export type UnderlayChange = Partial<
  Pick<PlanUnderlay, 'visible' | 'opacity' | 'name' | 'placement' | 'past' | 'future' | 'locked'>
>;

export function changeUnderlay(
  underlays: readonly Underlay[],
  id: string,
  change: UnderlayChange,
): readonly Underlay[] {
  return underlays.map((one) => (one.id === id ? ({ ...one, ...change } as Underlay) : one));
}
