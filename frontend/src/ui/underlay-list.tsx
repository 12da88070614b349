import { useState } from 'preact/hooks';
import { boundsOf } from '../core/drawing-file';
import { cornersOf, toLonLat, turnedTo, widthM, withWidth } from '../core/placement';
import { steppedBack } from '../core/plan-steps';
import type { PlanUnderlay, Underlay } from '../core/underlay';
import { messages } from '../i18n/language';
import { spoken } from '../session/drawing';
import { lookAt } from '../session/place-taker';
import {
  choosePlan,
  fitting,
  fittingStep,
  layPlanBack,
  rememberPlacement,
  startFitting,
  stopFitting,
} from '../session/plans';
import {
  alterUnderlay,
  chosenUnderlayId,
  removeUnderlay,
  underlays,
  underlaysUnkept,
} from '../session/underlays';
import { CheckField, NumberField } from './fields';
import { Icon } from './icon';
import { OpacitySlider } from './opacity-slider';

/** What lies under the drawing, the newest first, and how it is laid right. */
export function UnderlayList() {
  const words = messages.value.intake;
  return (
    <section class="underlays" aria-label={words.underlays}>
      <h3>{words.underlays}</h3>
      {underlays.value.length === 0 ? (
        <p class="quiet">{words.underlaysNone}</p>
      ) : (
        <ul>
          {underlays.value.toReversed().map((one) => (
            <li key={one.id} class={one.id === chosenUnderlayId.value ? 'is-chosen' : ''}>
              <UnderlayRow underlay={one} />
            </li>
          ))}
        </ul>
      )}
      {underlaysUnkept.value ? (
        <p class="field-fault" role="alert">
          {words.unkept}
        </p>
      ) : (
        <p class="quiet">{words.underlaysHere}</p>
      )}
    </section>
  );
}

function UnderlayRow({ underlay }: { underlay: Underlay }) {
  const words = messages.value.intake;
  const chosen = underlay.id === chosenUnderlayId.value;
  return (
    <>
      <div class="underlay-head">
        <CheckField
          label={underlay.name}
          checked={underlay.visible}
          onChange={(visible) => alterUnderlay(underlay.id, { visible })}
        />
        <button
          type="button"
          class="link-button"
          onClick={() => {
            lookAt.value = { bbox: bboxOf(underlay) };
          }}
        >
          {words.zoomTo}
        </button>
      </div>
      <p class="quiet">
        {underlay.type === 'plan' ? words.plan : words.lines(underlay.features.length)}
      </p>
      <div class="with-unit underlay-opacity">
        <span aria-hidden="true">{words.opacityShort}</span>
        <OpacitySlider underlay={underlay} />
      </div>
      {chosen && underlay.type === 'plan' && <PlanFields plan={underlay} />}
      <RowActions underlay={underlay} chosen={chosen} />
    </>
  );
}

function RowActions({ underlay, chosen }: { underlay: Underlay; chosen: boolean }) {
  const words = messages.value.intake;
  const [sure, setSure] = useState(false);
  const { id, name } = underlay;
  if (sure) {
    return (
      <div class="choice-row">
        <button
          type="button"
          class="button is-danger"
          onClick={() => {
            stopFitting();
            removeUnderlay(id);
            spoken.value = words.removed(name);
          }}
        >
          {words.removeSure(name)}
        </button>
        <button type="button" class="button" onClick={() => setSure(false)}>
          {words.keep}
        </button>
      </div>
    );
  }
  return (
    <div class="choice-row">
      {underlay.type === 'plan' && !chosen && (
        <button
          type="button"
          class="button"
          aria-label={words.adjust(name)}
          onClick={() => choosePlan(id)}
        >
          {words.adjustShort}
        </button>
      )}
      {chosen && (
        <button
          type="button"
          class="button is-main"
          onClick={() => {
            stopFitting();
            chosenUnderlayId.value = null;
          }}
        >
          {words.done}
        </button>
      )}
      <button type="button" class="button is-danger" onClick={() => setSure(true)}>
        <Icon name="trash" size={16} /> {words.remove}
      </button>
    </div>
  );
}

/** How the plan in hand lies, also in numbers. */
function PlanFields({ plan }: { plan: PlanUnderlay }) {
  const words = messages.value;
  const { intake: say } = words;
  const { placement, id, locked } = plan;
  const lay = (next: PlanUnderlay['placement']) => {
    rememberPlacement(plan);
    alterUnderlay(id, { placement: next });
  };
  const degrees = (placement.turn * 180) / Math.PI;
  return (
    <div class="plan-fields">
      <CheckField
        label={say.lock}
        checked={locked}
        onChange={(next) => alterUnderlay(id, { locked: next })}
      />
      {!locked && (
        <>
          <p class="quiet">{say.adjusting}</p>
          <div class="field-row">
            <NumberField
              label={say.width}
              unit={words.form.units.m}
              value={Math.round(widthM(placement, plan) * 10) / 10}
              min={1}
              max={200_000}
              step={0.1}
              onChange={(metres) => metres !== null && lay(withWidth(placement, plan, metres))}
            />
            <NumberField
              label={say.turn}
              unit={say.degrees}
              value={Math.round(degrees * 10) / 10}
              min={-180}
              max={180}
              step={0.1}
              onChange={(turn) => turn !== null && lay(turnedTo(placement, (turn * Math.PI) / 180))}
            />
          </div>
          <Fitting plan={plan} />
          {steppedBack(plan) !== null && (
            <button type="button" class="button" onClick={layPlanBack}>
              <Icon name="undo" size={16} /> {say.back}
            </button>
          )}
        </>
      )}
    </div>
  );
}

function Fitting({ plan }: { plan: PlanUnderlay }) {
  const words = messages.value.intake;
  const now = fitting.value;
  if (now === null || now.id !== plan.id) {
    return (
      <button type="button" class="button" onClick={() => startFitting(plan)}>
        {words.fit}
      </button>
    );
  }
  return (
    <div class="note-box" role="status">
      <p>{words.fitSteps[fittingStep(now)]}</p>
      <button type="button" class="button" onClick={stopFitting}>
        {words.fitStop}
      </button>
    </div>
  );
}

function bboxOf(underlay: Underlay): [number, number, number, number] {
  if (underlay.type === 'lines') return boundsOf(underlay.features);
  const corners = cornersOf(underlay.placement, underlay).map(toLonLat);
  const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
