import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveBy, type Placement } from './placement';
import { PLAN_STEPS, type PlanSteps, remembered, steppedBack, steppedOn } from './plan-steps';

const HERE: Placement = { x: 0.5, y: 0.3, scale: 1e-9, turn: 0 };
const move = fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: -500, max: 500 }));

function moved(plan: PlanSteps, eastM: number, northM: number): PlanSteps {
  return { ...remembered(plan), placement: moveBy(plan.placement, eastM, northM) };
}

describe('the steps of a plan', () => {
  it('goes back through every place it lay in, and on again to the last', () => {
    fc.assert(
      fc.property(fc.array(move, { minLength: 1, maxLength: PLAN_STEPS }), (moves) => {
        const lain: Placement[] = [HERE];
        let plan: PlanSteps = { placement: HERE };
        for (const [east, north] of moves) {
          plan = moved(plan, east, north);
          lain.push(plan.placement);
        }
        const backwards = [plan.placement];
        for (let step = steppedBack(plan); step !== null; step = steppedBack(plan)) {
          plan = step;
          backwards.push(plan.placement);
        }
        expect(backwards).toEqual(lain.toReversed());
        const onwards = [plan.placement];
        for (let step = steppedOn(plan); step !== null; step = steppedOn(plan)) {
          plan = step;
          onwards.push(plan.placement);
        }
        expect(onwards).toEqual(lain);
      }),
    );
  });

  it('does not count a plan that was held and not moved', () => {
    expect(steppedBack(remembered({ placement: HERE }))).toBeNull();
    const held = remembered(moved({ placement: HERE }, 10, 0));
    expect(steppedBack(held)?.placement).toEqual(HERE);
  });

  it('forgets what was taken back once the plan is moved anew', () => {
    const back = steppedBack(moved({ placement: HERE }, 10, 0)) ?? { placement: HERE };
    expect(steppedOn(moved(back, 0, 10))).toBeNull();
  });

  it('keeps so many steps and no more', () => {
    let plan: PlanSteps = { placement: HERE };
    for (let k = 0; k < PLAN_STEPS + 5; k += 1) plan = moved(plan, 1, 0);
    expect(plan.past).toHaveLength(PLAN_STEPS);
  });
});
