import type { CommentFilter } from '../core/comment';
import { formatNumber } from '../i18n/format';
import { messages } from '../i18n/language';
import { startWriting, writing } from '../session/comment-writing';
import {
  commentFilter,
  commentsState,
  commentTrouble,
  openCount,
  readAgain,
  shownComments,
  solvedCount,
} from '../session/comments';
import { trialId } from '../session/trial';
import { proposal } from '../session/workspace';
import { CommentForm } from './comment-form';
import { Conversation } from './conversation';
import { Segments } from './fields';
import { Icon } from './icon';

/** What people say about the proposal: conversations, each about a place, a thing or the whole. */
export function Comments() {
  const words = messages.value.comments;
  return (
    <section class="comments" aria-label={words.title}>
      <p class="quiet">{words.intro}</p>
      <Writing />
      <CommentsTrouble />
      <Filter />
      <ol class="conversations">
        {shownComments.value.map((shown) => (
          <Conversation key={shown.comment.id} shown={shown} />
        ))}
      </ol>
      <Nothing />
    </section>
  );
}

/** What is only tried out is stored nowhere, so nothing can be said of it that others could read. */
function Writing() {
  const words = messages.value.comments;
  if (trialId.value !== null && trialId.value === proposal.value?.id)
    return <p class="nothing">{words.onlyTried}</p>;
  if (writing.value) return <CommentForm />;
  return (
    <button type="button" class="button is-main write-button" onClick={startWriting}>
      <Icon name="comment" size={18} /> {words.write}
    </button>
  );
}

function Filter() {
  const words = messages.value;
  const { filters, filter } = words.comments;
  const counted = (name: 'open' | 'resolved', n: number) => filters[name](formatNumber(n, words));
  if (openCount.value + solvedCount.value === 0) return null;
  return (
    <Segments<CommentFilter>
      legend={filter}
      hideLegend
      value={commentFilter.value}
      options={[
        ['open', counted('open', openCount.value)],
        ['resolved', counted('resolved', solvedCount.value)],
        ['all', filters.all()],
      ]}
      onChoose={(chosen) => {
        commentFilter.value = chosen;
      }}
    />
  );
}

function Nothing() {
  const words = messages.value;
  if (shownComments.value.length > 0) return null;
  if (commentsState.value === 'loading') {
    return <p class="quiet is-late">{words.status.loading}</p>;
  }
  if (commentsState.value !== 'ready') return null;
  const { none } = words.comments;
  if (commentFilter.value === 'resolved') return <p class="nothing">{none.resolved}</p>;
  return <p class="nothing">{solvedCount.value > 0 ? none.openLeft : none.open}</p>;
}

/** Why the talk is not fresh, or why a change of it did not get through. */
function CommentsTrouble() {
  const words = messages.value;
  const state = commentsState.value;
  const failed = typeof state === 'object' ? state.failed : null;
  if (state !== 'away' && failed === null && commentTrouble.value === '') return null;
  return (
    <div class="note-box is-troubled" role="status">
      {commentTrouble.value !== '' && <p>{commentTrouble.value}</p>}
      {state === 'away' && <p>{words.comments.away}</p>}
      {failed !== null && (
        <p>
          {words.comments.failed} {failed}
        </p>
      )}
      {(state === 'away' || failed !== null) && (
        <button type="button" class="button" onClick={() => void readAgain()}>
          {words.status.retry}
        </button>
      )}
    </div>
  );
}
