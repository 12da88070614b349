import { useState } from 'preact/hooks';
import { describeProposal } from '../core/actions/describe-proposal';
import { messages } from '../i18n/language';
import { startComparing } from '../session/comparing';
import { exportOpen } from '../session/files';
import { openIntake } from '../session/intake-door';
import { goToProposal } from '../session/navigation';
import { type ListedProposal, listed, refreshList, removeOpen, startNew } from '../session/opening';
import { areaId } from '../session/place';
import { act, isExample, proposal, shownName } from '../session/workspace';
import { Menu } from './menu';

/** The open proposal's name, and everything one does to a whole proposal. */
export function ProposalMenu() {
  const words = messages.value.proposals;
  return (
    <Menu
      className="proposal-menu"
      title={words.open}
      onOpen={() => void refreshList()}
      label={
        <span class="bar-text">
          {isExample.value && <span class="tag">{words.example}</span>}
          {shownName.value}
        </span>
      }
    >
      {(close) => (
        <>
          {!isExample.value && <NameField />}
          <Actions close={close} />
          <Section
            title={words.own}
            rows={listed.value.filter((row) => !row.isExample)}
            close={close}
          />
          <Section
            title={words.examples}
            rows={listed.value.filter((row) => row.isExample)}
            close={close}
          />
        </>
      )}
    </Menu>
  );
}

function NameField() {
  const words = messages.value.proposals;
  const rename = (name: string) => {
    if (name.trim() !== '' && name !== proposal.peek()?.name) {
      act((present) => describeProposal(present, { name: name.trim() }));
    }
  };
  return (
    <label class="field">
      <span>{words.name}</span>
      <input
        type="text"
        maxLength={200}
        value={proposal.value?.name ?? ''}
        onChange={(event) => rename(event.currentTarget.value)}
      />
    </label>
  );
}

function Actions({ close }: { close: () => void }) {
  const words = messages.value.proposals;
  const [sure, setSure] = useState(false);
  const area = areaId.value;
  return (
    <div class="menu-actions">
      <button
        type="button"
        class="button"
        onClick={() => {
          close();
          if (area !== null) startNew(area);
        }}
      >
        {words.create}
      </button>
      <button
        type="button"
        class="button"
        onClick={() => {
          close();
          startComparing();
        }}
      >
        {messages.value.comparison.open}
      </button>
      <button type="button" class="button" onClick={exportOpen}>
        {words.exportFile}
      </button>
      <button
        type="button"
        class="button"
        onClick={() => {
          close();
          openIntake();
        }}
      >
        {words.importFile}
      </button>
      {!isExample.value && !sure && (
        <button type="button" class="button" onClick={() => setSure(true)}>
          {words.remove}
        </button>
      )}
      {sure && (
        <span class="sure">
          <button
            type="button"
            class="button is-danger"
            onClick={() => {
              close();
              void removeOpen();
            }}
          >
            {words.removeSure}
          </button>
          <button type="button" class="button" onClick={() => setSure(false)}>
            {words.cancel}
          </button>
        </span>
      )}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly rows: readonly ListedProposal[];
  readonly close: () => void;
}

function Section({ title, rows, close }: SectionProps) {
  const words = messages.value.proposals;
  return (
    <section class="menu-section">
      <h2>{title}</h2>
      {rows.length === 0 && <p class="quiet">{words.none}</p>}
      <ul class="choice-list">
        {rows.map(({ id, name, onlyHere }) => (
          <li key={id}>
            <button
              type="button"
              class="choice"
              aria-current={id === proposal.value?.id}
              onClick={() => {
                close();
                void goToProposal(id);
              }}
            >
              <span>{name}</span>
              {onlyHere && <small>{words.onlyHere}</small>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
