import type { Placement } from './placement';

/** Where a plan lay before each time it was moved, and where it was moved back from. */
export interface PlanSteps {
  readonly placement: Placement;
  /** Oldest first; plans kept before there were steps have none. */
  readonly past?: readonly Placement[];
  /** The next one first. */
  readonly future?: readonly Placement[];
}

export const PLAN_STEPS = 50;

/** Remember where a plan lies before it is moved; what was taken back is gone then. */
export function remembered(plan: PlanSteps): Required<PlanSteps> {
  const { placement, past = [] } = plan;
  return { placement, past: [...past, placement].slice(-PLAN_STEPS), future: [] };
}

/** Where the plan lay before it was last moved; null where it was not. */
export function steppedBack(plan: PlanSteps): Required<PlanSteps> | null {
  const { placement, past = [], future = [] } = plan;
  // A plan that was taken hold of and let go again has not moved.
  const step = past.findLastIndex((before) => !same(before, placement));
  const before = past[step];
  if (before === undefined) return null;
  return { placement: before, past: past.slice(0, step), future: [placement, ...future] };
}

/** Where the plan lay before it was moved back; null where it was not. */
export function steppedOn(plan: PlanSteps): Required<PlanSteps> | null {
  const { placement, past = [], future = [] } = plan;
  const [next, ...rest] = future;
  if (next === undefined) return null;
  return { placement: next, past: [...past, placement], future: rest };
}

function same(one: Placement, other: Placement): boolean {
  return (
    one.x === other.x && one.y === other.y && one.turn === other.turn && one.scale === other.scale
  );
}
