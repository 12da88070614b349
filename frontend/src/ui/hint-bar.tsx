import { messages } from '../i18n/language';
import { cancelDrawing } from '../modes/draw-mode';
import { type ActiveTool, sketch, tool } from '../session/drawing';
import { sketchMeasure } from './drawn-measure';
import { PickBar } from './pick-bar';
import { ShapeChoice } from './shape-choice';

interface HintBarProps {
  readonly onFinish: () => void;
  readonly onRemoveLast: () => void;
}

/** What to do next, what is measured, and what the line will join: below the drawing hand. */
export function HintBar({ onFinish, onRemoveLast }: HintBarProps) {
  const active = tool.value;
  if (active === null) return null;
  if (active.pick) return <PickBar active={active} />;
  const words = messages.value.draw;
  const drawn = sketch.value;
  const begun = drawn.vertices.length > 0;
  return (
    <section class="hint-bar" aria-label={messages.value.tools[active.kind].name}>
      <p class="hint-text">{instruction(active, begun)}</p>
      <p class="hint-measure">{sketchMeasure(active, drawn)}</p>
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

function instruction({ kind, shape }: ActiveTool, begun: boolean): string {
  const words = messages.value.draw;
  if (kind === 'facility_removal') return words.pickFacility;
  if (shape === 'Point') return words.point;
  if (shape === 'LineString') return begun ? words.nextLine : words.startLine;
  return begun ? words.nextPolygon : words.startPolygon;
}
