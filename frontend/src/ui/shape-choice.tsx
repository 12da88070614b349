import { kindDefinition, type Shape } from '../core/kinds';
import { messages } from '../i18n/language';
import { choosePick, chooseShape } from '../modes/draw-mode';
import type { ActiveTool } from '../session/drawing';
import { PICKING_KINDS } from '../session/picking';

/** Point at what is there, or draw it: as which shape. */
export function ShapeChoice({ active }: { active: ActiveTool }) {
  const words = messages.value;
  const { kind, pick, shape: chosen } = active;
  const shapes = kindDefinition(kind)?.shapes ?? [];
  const points = PICKING_KINDS.has(kind);
  if (shapes.length < 2 && !points) return null;
  return (
    <fieldset class="segments">
      <legend class="sr-only">{points ? words.editing.pick.legend : words.draw.shape}</legend>
      {points && (
        <Choice
          value="pick"
          label={words.editing.pick.choices[kind] ?? ''}
          checked={pick}
          onChoose={choosePick}
        />
      )}
      {shapes.map((shape: Shape) => (
        <Choice
          key={shape}
          value={shape}
          label={points ? words.editing.pick.draw[shape] : words.draw.shapes[shape]}
          checked={!pick && shape === chosen}
          onChoose={() => chooseShape(shape)}
        />
      ))}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly value: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Choice({ value, label, checked, onChoose }: ChoiceProps) {
  return (
    <label>
      <input type="radio" name="shape" value={value} checked={checked} onChange={onChoose} />
      <span>{label}</span>
    </label>
  );
}
