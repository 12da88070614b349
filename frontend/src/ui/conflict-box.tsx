import { useEffect, useState } from 'preact/hooks';
import { startHistory } from '../core/history';
import { formatClock } from '../i18n/format';
import { messages } from '../i18n/language';
import {
  type Conflict,
  keepMine,
  keepMineAsCopy,
  outbox,
  saveState,
  takeTheirs,
} from '../session/saving';
import { history, lookingAtOther } from '../session/workspace';
import { Segments } from './fields';
import { Icon } from './icon';

/** Two people changed one proposal: both versions can be looked at, and the person chooses. */
export function ConflictBox() {
  const state = saveState.value;
  return state.kind === 'conflict' ? <Choice conflict={state.conflict} /> : null;
}

function Choice({ conflict }: { conflict: Conflict }) {
  const words = messages.value.conflict;
  const { mine, theirs } = conflict;
  const [looking, setLooking] = useState<'mine' | 'theirs'>('mine');
  const id = mine.history.present.id;
  useEffect(() => {
    if (looking === 'mine' || theirs === null) return undefined;
    lookingAtOther.value = true;
    history.value = startHistory(theirs.proposal);
    return () => {
      // What was drawn while the two versions waited is in the outbox.
      history.value = outbox.get(id)?.history ?? mine.history;
      lookingAtOther.value = false;
    };
  }, [looking, id, mine, theirs]);
  const choose = (choice: (conflict: Conflict) => void) => () => {
    history.value = outbox.get(id)?.history ?? mine.history;
    choice(conflict);
  };
  const count = messages.value.proposals.changes;
  return (
    <section class="note-box is-troubled conflict" aria-live="polite">
      <h2>
        <Icon name="warning" size={16} /> {theirs === null ? words.deleted : words.title}
      </h2>
      {theirs !== null && (
        <>
          <p>
            {words.theirs}: {theirs.proposal.name}, {count(theirs.proposal.interventions.length)},{' '}
            {words.at(formatClock(theirs.updatedAt, messages.value))}
            <br />
            {words.mine}: {mine.history.present.name},{' '}
            {count(mine.history.present.interventions.length)}
          </p>
          <Segments
            legend={words.title}
            hideLegend
            value={looking}
            options={[
              ['mine', words.showMine],
              ['theirs', words.showTheirs],
            ]}
            onChoose={setLooking}
          />
        </>
      )}
      <div class="choice-row">
        {theirs !== null && (
          <button type="button" class="button" onClick={choose(keepMine)}>
            {words.keepMine}
          </button>
        )}
        {theirs !== null && (
          <button type="button" class="button" onClick={choose(takeTheirs)}>
            {words.takeTheirs}
          </button>
        )}
        <button type="button" class="button" onClick={choose(keepMineAsCopy)}>
          {words.keepCopy}
        </button>
      </div>
    </section>
  );
}
