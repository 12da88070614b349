import { kindDefinition } from '../core/kinds';
import { lengthM, walkMs } from '../core/measure';
import { formatDuration, formatLength } from '../i18n/format';
import { messages } from '../i18n/language';
import { cancelDrawing, chooseShape } from '../modes/draw-mode';
import {
  type ActiveTool,
  type Sketch,
  sketch,
  sketchIssues,
  sketchJoins,
  tool,
} from '../session/drawing';

interface HintBarProps {
  readonly onFinish: () => void;
  readonly onRemoveLast: () => void;
}

/** What to do next, what is measured, and what the line will join: below the drawing hand. */
export function HintBar({ onFinish, onRemoveLast }: HintBarProps) {
  const active = tool.value;
  if (active === null) return null;
  const words = messages.value.draw;
  const drawn = sketch.value;
  const begun = drawn.vertices.length > 0;
  return (
    <section class="hint-bar" aria-label={messages.value.tools[active.kind].name}>
      <p class="hint-text">{instruction(active, begun)}</p>
      <p class="hint-measure">{measure(active, drawn)}</p>
      <div class="hint-actions">
        <ShapeChoice active={active} />
        {begun && (
          <>
            <button type="button" class="button" onClick={onRemoveLast}>
              {words.removeLast}
            </button>
            <button type="button" class="button is-main" onClick={onFinish}>
              {words.finish}
            </button>
          </>
        )}
        <button type="button" class="button" onClick={cancelDrawing}>
          {words.cancel}
        </button>
      </div>
      <p class="sr-only">{words.keys}</p>
    </section>
  );
}

function ShapeChoice({ active }: { active: ActiveTool }) {
  const words = messages.value.draw;
  const shapes = kindDefinition(active.kind)?.shapes ?? [];
  if (shapes.length < 2) return null;
  return (
    <fieldset class="segments">
      <legend class="sr-only">{words.shape}</legend>
      {shapes.map((shape) => (
        <label key={shape}>
          <input
            type="radio"
            name="shape"
            checked={shape === active.shape}
            onChange={() => chooseShape(shape)}
          />
          <span>{words.shapes[shape]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function instruction({ kind, shape }: ActiveTool, begun: boolean): string {
  const words = messages.value.draw;
  if (kind === 'facility_removal') return words.pickFacility;
  if (shape === 'Point') return words.point;
  if (shape === 'LineString') return begun ? words.nextLine : words.startLine;
  return begun ? words.nextPolygon : words.startPolygon;
}

/** Metres and minutes on foot, and what a line meets. */
function measure({ kind, shape }: ActiveTool, { vertices, pointer }: Sketch): string {
  if (shape !== 'LineString' || vertices.length === 0) return '';
  const words = messages.value;
  const line = pointer === null ? vertices : [...vertices, pointer];
  const length = lengthM(line);
  const measured = words.draw.measure(
    formatLength(length, words),
    formatDuration(walkMs(length), words),
  );
  if (kind !== 'connection' || line.length < 2) return measured;
  // A barrier in the way is told on the map, where it is.
  if (sketchIssues.value.some(({ code }) => code === 'crosses_barrier')) return measured;
  return `${measured} · ${words.draw.joins(sketchJoins.value.length)}`;
}
