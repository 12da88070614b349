import { formatClock } from '../i18n/format';
import { messages } from '../i18n/language';
import { type SaveState, saveNow, saveState } from '../session/saving';
import { isExample } from '../session/workspace';
import { Icon } from './icon';

const TROUBLED: ReadonlySet<SaveState['kind']> = new Set([
  'away',
  'restarting',
  'refused',
  'forbidden',
  'full',
]);

/** Whether what is drawn is kept, in a few words. */
export function SaveNote() {
  const words = messages.value;
  const state = saveState.value;
  if (isExample.value) return <span class="save-note" role="status" />;
  const troubled = TROUBLED.has(state.kind);
  return (
    <span class={`save-note${troubled ? ' is-troubled' : ''}`} data-state={state.kind}>
      <span role="status" title={help(state)}>
        {troubled && <Icon name="warning" size={16} />}
        <span class="save-text">{say(state)}</span>
      </span>
      {(state.kind === 'away' || state.kind === 'refused') && (
        <button type="button" class="link-button" onClick={saveNow}>
          {words.save.retry}
        </button>
      )}
    </span>
  );
}

function say(state: SaveState): string {
  const { save } = messages.value;
  switch (state.kind) {
    case 'nothing':
      return '';
    case 'saved':
      return save.saved(formatClock(state.at, messages.value));
    case 'restarting':
      return messages.value.restarting.note;
    case 'forbidden':
      return save.refused;
    case 'refused':
      return `${save.refused}: ${state.why}`;
    default:
      return save[state.kind];
  }
}

function help(state: SaveState): string {
  const away = state.kind === 'away' || state.kind === 'restarting';
  return away ? messages.value.save.awayHelp : '';
}
