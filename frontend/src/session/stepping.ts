import { computed } from '@preact/signals';
import { steppedBack, steppedOn } from '../core/plan-steps';
import { layPlanBack, layPlanOn } from './plans';
import { chosenPlan } from './underlays';
import { locked, redoable, redoNext, undoable, undoLast } from './workspace';

/** The plan in hand comes before the drawing: it is what was moved last. */
export const canStepBack = computed(
  () => mayMove(steppedBack) || (undoable.value && !locked.value),
);
export const canStepOn = computed(() => mayMove(steppedOn) || (redoable.value && !locked.value));

function mayMove(step: typeof steppedBack): boolean {
  const plan = chosenPlan.value;
  return plan !== null && !plan.locked && step(plan) !== null;
}

export function stepBack(): void {
  if (!layPlanBack()) undoLast();
}

export function stepOn(): void {
  if (!layPlanOn()) redoNext();
}
