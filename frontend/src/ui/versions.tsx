import { changeWords, shortened } from '../i18n/difference-words';
import { messages } from '../i18n/language';
import { formatMoment } from '../i18n/moment';
import { looking } from '../session/looking';
import {
  type ListedVersion,
  lookAtVersion,
  moreVersions,
  readEarlier,
  readVersionsAgain,
  versions,
  versionsState,
} from '../session/versions';
import { isExample } from '../session/workspace';

/** What one change is told in at most so many lines. */
const MOST_LINES = 4;

/** What the proposal has been: each version with its time and what it changed, newest first. */
export function Versions() {
  const words = messages.value.versions;
  const all = versions.value;
  return (
    <section class="versions" aria-label={words.title}>
      <p class="quiet">{isExample.value ? words.example : words.intro}</p>
      <VersionsTrouble />
      <ol class="version-list">
        {all.map((version, index) => (
          <VersionRow key={version.revision.version} version={version} isNewest={index === 0} />
        ))}
      </ol>
      {moreVersions.value && all.length > 0 && (
        <button type="button" class="button" onClick={readEarlier}>
          {words.more}
        </button>
      )}
    </section>
  );
}

function VersionsTrouble() {
  const words = messages.value;
  const state = versionsState.value;
  if (state === 'ready') return null;
  if (state === 'empty') return <p class="nothing">{words.versions.empty}</p>;
  if (state === 'loading') return <p class="quiet is-late">{words.status.loading}</p>;
  const why = state === 'away' ? words.versions.away : `${words.versions.failed} ${state.failed}`;
  return (
    <div class="note-box is-troubled" role="status">
      <p>{why}</p>
      <button type="button" class="button" onClick={readVersionsAgain}>
        {words.status.retry}
      </button>
    </div>
  );
}

function VersionRow({ version, isNewest }: { version: ListedVersion; isNewest: boolean }) {
  const words = messages.value;
  const { revision, difference } = version;
  const when = formatMoment(revision.at, words);
  const lookedAt = looking.value?.version === revision.version;
  const told =
    revision.action === 'delete'
      ? [{ text: words.difference.deleted, about: null }]
      : difference === null
        ? [{ text: words.versions.first, about: null }]
        : shortened(changeWords(difference, words), MOST_LINES, words);
  return (
    <li class={`version${lookedAt ? ' is-chosen' : ''}`}>
      <button
        type="button"
        class="version-button"
        aria-pressed={lookedAt}
        onClick={() => lookAtVersion(version)}
      >
        <span class="version-when">
          <span class="sr-only">{words.versions.look(when)}</span>
          <time aria-hidden="true" dateTime={revision.at}>
            {when}
          </time>
          {isNewest && <span class="tag">{words.versions.newest}</span>}
        </span>
        {told.map(({ text }) => (
          <span key={text} class="version-change">
            {text}
          </span>
        ))}
      </button>
    </li>
  );
}
