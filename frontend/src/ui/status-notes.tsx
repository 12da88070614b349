import { messages } from '../i18n/language';
import { askAgain, assessmentState, failure, restarting } from '../session/assessment';
import { spoken } from '../session/drawing';
import { notice } from '../session/opening';
import { loadState, reloadArea } from '../session/place';
import { Icon } from './icon';

/** Why there are no fresh numbers, when there are none. */
export function AssessmentTrouble() {
  const words = messages.value.status;
  const state = assessmentState.value;
  if (state !== 'away' && state !== 'failed') return null;
  const back = state === 'away' && restarting.value ? messages.value.restarting : null;
  const title = state === 'away' ? words.serviceAway : words.failed;
  const help = state === 'away' ? words.serviceAwayHelp : failure.value;
  return (
    <section class="note-box is-troubled" role="status">
      <h2>
        <Icon name="warning" size={16} /> {back?.title ?? title}
      </h2>
      <p>{back?.help ?? help}</p>
      <button type="button" class="button" onClick={askAgain}>
        {words.retry}
      </button>
    </section>
  );
}

/** Over the map: loading that takes long enough to be noticed, and why it failed. */
export function MapStatus() {
  const words = messages.value.status;
  const state = loadState.value;
  if (state === 'ready') return null;
  if (state === 'loading') return <p class="map-status is-late">{words.loading}</p>;
  return (
    <div class="map-status is-troubled" role="alert">
      {state.failed === '' ? words.serviceAway : state.failed}{' '}
      <button type="button" class="button" onClick={() => void reloadArea()}>
        {words.retry}
      </button>
    </div>
  );
}

/** A short sentence that comes and can be put away. */
export function Notice() {
  const text = notice.value;
  return (
    <div class="notice-place" role="status">
      {text !== '' && (
        <p class="notice">
          {text}
          <button
            type="button"
            class="icon-button"
            aria-label={messages.value.form.close}
            onClick={() => {
              notice.value = '';
            }}
          >
            <Icon name="close" size={14} />
          </button>
        </p>
      )}
    </div>
  );
}

/** For ears only. */
export function Spoken() {
  return (
    <p class="sr-only" aria-live="assertive" data-testid="spoken">
      {spoken.value}
    </p>
  );
}
