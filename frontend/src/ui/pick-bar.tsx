import { formatNumber } from '../i18n/format';
import { messages } from '../i18n/language';
import { cancelDrawing } from '../modes/draw-mode';
import type { ActiveTool } from '../session/drawing';
import { boxing, closedBesides, giveBack, pointedAt, taken, toggleBox } from '../session/picking';
import { pickMeasure } from './drawn-measure';
import { ShapeChoice } from './shape-choice';

/** What to point at, what a click would take, and how many are taken. */
export function PickBar({ active }: { active: ActiveTool }) {
  const words = messages.value;
  const { pick } = words.editing;
  const takesHomes = active.kind === 'demolition';
  const count = taken.value.length;
  const pointed = pointedAt.value;
  const closing = active.kind === 'closure' && pointed?.type === 'street';
  const besides = closing ? closedBesides(pointed.stretch) : [];
  return (
    <section class="hint-bar" aria-label={words.tools[active.kind].name}>
      <p class="hint-text">
        {how(active)}{' '}
        {takesHomes && boxing.value === 'off' && <span class="for-keys">{pick.boxHint}</span>}
      </p>
      <p class="hint-measure is-steady">{pointed === null ? '' : pickMeasure(pointed, active)}</p>
      {besides.length > 0 && <p class="cut-note">{pick.alsoCloses(besides.join(', '))}</p>}
      <div class="hint-actions">
        <ShapeChoice active={active} />
        {takesHomes && (
          <button
            type="button"
            class="button"
            aria-pressed={boxing.value !== 'off'}
            onClick={() => {
              toggleBox();
              // The next Enter marks a corner.
              document.getElementById('map')?.focus({ preventScroll: true });
            }}
          >
            {pick.box}
          </button>
        )}
        {count > 0 && (
          <button type="button" class="button" onClick={giveBack}>
            {pick.giveBack} <kbd>⌫</kbd>
          </button>
        )}
        <button
          type="button"
          class={`button${count > 0 ? ' is-main' : ''}`}
          onClick={cancelDrawing}
        >
          {count > 0 ? pick.finish(formatNumber(count, words)) : words.draw.cancel}
        </button>
      </div>
      <p class="sr-only">{pick.keys}</p>
    </section>
  );
}

/** What to point at now. */
function how({ kind }: ActiveTool): string {
  const { pick } = messages.value.editing;
  if (boxing.value === 'first') return pick.boxFirst;
  return boxing.value === 'second' ? pick.boxSecond : (pick.how[kind] ?? '');
}
