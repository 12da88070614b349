import { useEffect } from 'preact/hooks';
import { anchorOf } from '../core/comment';
import { differenceBetween } from '../core/proposal-difference';
import { oppositionWords, type Told } from '../i18n/difference-words';
import { messages } from '../i18n/language';
import { formatMoment } from '../i18n/moment';
import { lookAt, lookBack, looking, opposed, showingDifferences } from '../session/looking';
import { pointAt } from '../session/pointing';
import {
  type Conflict,
  keepMine,
  keepMineAsCopy,
  outbox,
  saveState,
  takeTheirs,
} from '../session/saving';
import { CheckField, Segments } from './fields';
import { Icon } from './icon';

/** Two people changed one proposal: both versions can be looked at, and the person chooses. */
export function ConflictBox() {
  const state = saveState.value;
  return state.kind === 'conflict' ? <Choice conflict={state.conflict} /> : null;
}

function Choice({ conflict }: { conflict: Conflict }) {
  const words = messages.value.conflict;
  const { theirs } = conflict;
  useEffect(() => {
    opposed.value = theirs?.proposal ?? null;
    return () => {
      opposed.value = null;
      lookBack();
    };
  }, [theirs]);
  const choose = (choice: (conflict: Conflict) => void) => () => {
    lookBack();
    choice(conflict);
  };
  return (
    <section class="note-box is-troubled conflict" aria-live="polite">
      <h2>
        <Icon name="warning" size={16} /> {theirs === null ? words.deleted : words.title}
      </h2>
      {theirs !== null && <TwoVersions conflict={conflict} theirs={theirs} />}
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

interface TwoVersionsProps {
  readonly conflict: Conflict;
  readonly theirs: NonNullable<Conflict['theirs']>;
}

/** Both versions: which one the map shows, and everything that is between them. */
function TwoVersions({ conflict, theirs }: TwoVersionsProps) {
  const words = messages.value;
  const { conflict: said, proposals } = words;
  // What was drawn while the two versions waited is in the outbox.
  const id = conflict.mine.history.present.id;
  const mine = outbox.get(id)?.history.present ?? conflict.mine.history.present;
  const look = (which: 'mine' | 'theirs') => {
    if (which === 'mine') lookBack();
    else lookAt(theirs.proposal, { what: 'theirs', version: null, at: theirs.updatedAt });
  };
  return (
    <>
      <p>
        {said.theirs}: {theirs.proposal.name},{' '}
        {proposals.changes(theirs.proposal.interventions.length)},{' '}
        {said.at(formatMoment(theirs.updatedAt, words))}
        <br />
        {said.mine}: {mine.name}, {proposals.changes(mine.interventions.length)}
      </p>
      <Segments
        legend={said.title}
        hideLegend
        value={looking.value === null ? 'mine' : 'theirs'}
        options={[
          ['mine', said.showMine],
          ['theirs', said.showTheirs],
        ]}
        onChoose={look}
      />
      {looking.value === null && (
        <CheckField
          label={words.versions.ghosts}
          checked={showingDifferences.value}
          onChange={(checked) => {
            showingDifferences.value = checked;
          }}
        />
      )}
      <Between told={oppositionWords(differenceBetween(mine, theirs.proposal), words)} />
    </>
  );
}

/** Every difference; one that is drawn can be pointed at. */
function Between({ told }: { told: readonly Told[] }) {
  const words = messages.value;
  return (
    <div class="between">
      <h3>{words.difference.title}</h3>
      <ul>
        {told.map(({ text, about }) => (
          <li key={`${about?.id} ${text}`}>
            {text}{' '}
            {about !== null && (
              <button
                type="button"
                class="link-button"
                onClick={() => pointAt(anchorOf(about.geometry))}
              >
                {words.issues.show}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
