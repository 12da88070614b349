import { messages } from '../i18n/language';
import {
  addPoint,
  nudge,
  nudgeHandles,
  nudging,
  removePoint,
  stopNudging,
  take,
} from '../session/nudge';
import { SelectField } from './fields';
import { Icon } from './icon';

const STEP_M = 1;

/** Moving without dragging: pick the whole or a point, then press an arrow. */
export function NudgeControls() {
  const words = messages.value.nudge;
  const now = nudging.value;
  if (now === null) return null;
  const handles = nudgeHandles.value;
  const move = (eastM: number, northM: number) => (event: MouseEvent) => {
    const metres = event.shiftKey ? 10 : STEP_M;
    nudge(eastM * metres, northM * metres);
  };
  return (
    <fieldset class="nudge">
      <legend class="sr-only">{words.start}</legend>
      {handles.length > 1 && (
        <SelectField
          label={words.what}
          value={String(now.part ?? '')}
          options={[
            ['', words.whole],
            ...handles.map(
              (_, index) => [String(index), words.pointOf(index + 1, handles.length)] as const,
            ),
          ]}
          onChoose={(part) => take(part === '' ? null : Number(part))}
        />
      )}
      <div class="nudge-arrows">
        <Arrow name={words.west} turn={90} onClick={move(-1, 0)} />
        <Arrow name={words.north} turn={180} onClick={move(0, 1)} />
        <Arrow name={words.south} turn={0} onClick={move(0, -1)} />
        <Arrow name={words.east} turn={-90} onClick={move(1, 0)} />
      </div>
      {now.part !== null && (
        <div class="nudge-arrows">
          <button type="button" class="button" onClick={addPoint}>
            {words.add}
          </button>
          <button type="button" class="button" onClick={removePoint}>
            {words.remove}
          </button>
        </div>
      )}
      <p class="quiet">{words.help}</p>
      <button type="button" class="button" onClick={stopNudging}>
        {words.done}
      </button>
    </fieldset>
  );
}

interface ArrowProps {
  readonly name: string;
  readonly turn: number;
  readonly onClick: (event: MouseEvent) => void;
}

function Arrow({ name, turn, onClick }: ArrowProps) {
  return (
    <button type="button" class="button" aria-label={name} title={name} onClick={onClick}>
      <span class="nudge-arrow" style={{ rotate: `${turn}deg` }}>
        <Icon name="down" size={16} />
      </span>
    </button>
  );
}
