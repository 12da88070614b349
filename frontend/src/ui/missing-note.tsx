import { messages } from '../i18n/language';
import { bringBack, bringBackFailed, bringingBack, missing } from '../session/missing';
import { goToProposal } from '../session/navigation';
import { Icon } from './icon';

/** The link led to no proposal that can be shown: why, and what one can do instead. */
export function MissingNote() {
  const words = messages.value.missing;
  const now = missing.value;
  if (now === null) return null;
  const { id, why } = now;
  const help = {
    deleted: words.deletedHelp,
    unknown: words.unknownHelp,
    forbidden: words.forbiddenHelp,
    away: words.awayHelp,
  }[why];
  return (
    <section class="note-box is-troubled missing-note" role="status">
      <h2>
        <Icon name="warning" size={16} /> {words[why]}
      </h2>
      <p>{help}</p>
      {bringBackFailed.value !== '' && <p role="alert">{bringBackFailed.value}</p>}
      {why === 'deleted' && (
        <button
          type="button"
          class="button is-main"
          disabled={bringingBack.value}
          onClick={() => void bringBack(id)}
        >
          {words.bringBack}
        </button>
      )}
      {why === 'away' && (
        <button type="button" class="button" onClick={() => void goToProposal(id)}>
          {words.retry}
        </button>
      )}
    </section>
  );
}
