import { messages } from '../i18n/language';
import { exportOpen } from '../session/files';
import { openAsKept } from '../session/opening';
import { keepForbiddenAsCopy, saveState } from '../session/saving';
import { Icon } from './icon';

/** What stands in the way of keeping the work, and the ways out of it. */
export function SaveTrouble() {
  const { kind } = saveState.value;
  if (kind === 'full') return <Full />;
  return kind === 'forbidden' ? <Forbidden /> : null;
}

function Full() {
  const words = messages.value.full;
  return (
    <section class="note-box is-troubled" role="alert">
      <h2>
        <Icon name="warning" size={16} /> {words.title}
      </h2>
      <p>{words.help}</p>
      <button type="button" class="button is-main" onClick={exportOpen}>
        {words.download}
      </button>
    </section>
  );
}

/** Not allowed: who can, and what one can do instead. */
function Forbidden() {
  const words = messages.value.forbidden;
  return (
    <section class="note-box is-troubled forbidden" role="alert">
      <h2>
        <Icon name="warning" size={16} /> {words.title}
      </h2>
      <p>{words.help}</p>
      <div class="choice-row">
        <button type="button" class="button is-main" onClick={keepForbiddenAsCopy}>
          {words.keepCopy}
        </button>
        <button type="button" class="button" onClick={() => void openAsKept()}>
          {words.discard}
        </button>
      </div>
    </section>
  );
}
