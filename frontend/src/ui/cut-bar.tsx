import { formatLength } from '../i18n/format';
import { messages } from '../i18n/language';
import { cancelCut, cutVerdict, finishCut } from '../session/cutting';

/** While a place to cut is looked for: both halves, and what the cut would do. */
export function CutBar({ focusMap }: { focusMap: () => void }) {
  const words = messages.value;
  const verdict = cutVerdict.value;
  if (verdict === null) return null;
  const { split } = words.editing;
  const [first = '', second = ''] = verdict.halvesM.map((metres) => formatLength(metres, words));
  const { blocked, note } = verdict;
  const leave = (how: () => unknown) => () => {
    how();
    focusMap();
  };
  return (
    <section class="hint-bar" aria-label={split.title}>
      <p class="hint-text">
        {split.how} <span class="for-keys">{split.keys}</span>
      </p>
      <p class="hint-measure" data-testid="cut-halves">
        {split.halves(first, second)}
      </p>
      {(blocked ?? note) !== null && (
        <p class={`cut-note${blocked === null ? '' : ' is-blocked'}`}>{blocked ?? note}</p>
      )}
      <div class="hint-actions">
        <button
          type="button"
          class="button is-main"
          aria-disabled={blocked !== null}
          onClick={leave(finishCut)}
        >
          {split.here}
        </button>
        <button type="button" class="button" onClick={leave(cancelCut)}>
          {words.draw.cancel}
        </button>
      </div>
    </section>
  );
}
