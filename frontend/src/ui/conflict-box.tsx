import { useEffect, useState } from 'preact/hooks';
import { startHistory } from '../core/history';
import { formatClock } from '../i18n/format';
import { messages } from '../i18n/language';
import { type Conflict, keepMine, keepMineAsCopy, saveState, takeTheirs } from '../session/saving';
import { history } from '../session/workspace';
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
  useEffect(() => {
    history.value =
      looking === 'theirs' && theirs !== null ? startHistory(theirs.proposal) : mine.history;
  }, [looking, mine, theirs]);
  const choose = (choice: (conflict: Conflict) => void) => () => {
    history.value = mine.history;
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
