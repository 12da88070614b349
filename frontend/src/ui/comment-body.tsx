import { useEffect, useState } from 'preact/hooks';
import type { Comment, ShownComment, WaitingComment } from '../core/comment';
import { messages } from '../i18n/language';
import { formatMoment } from '../i18n/moment';
import { about, write, writing } from '../session/comment-writing';
import { commentOutbox, dropWaiting, removeComment } from '../session/comments';
import { EditForm } from './comment-words';
import { Icon } from './icon';

/** What is sent sooner than this was never seen to wait. */
const LATE_MS = 600;

/** Who said what and when; for its writer also the ways to change it. */
export function CommentBody({ shown: { comment, waiting } }: { shown: ShownComment }) {
  const words = messages.value;
  const [editing, setEditing] = useState(false);
  const own = waiting === null && commentOutbox.token(comment.id) !== null && !comment.deleted;
  if (comment.deleted) return <p class="quiet">{words.comments.wasDeleted}</p>;
  return (
    <>
      <p class="comment-by">
        <strong>{comment.author}</strong>{' '}
        <small>
          <time dateTime={comment.createdAt}>{formatMoment(comment.createdAt, words)}</time>
          {comment.editedAt !== null && ` · ${words.comments.edited}`}
        </small>
      </p>
      {editing ? (
        <EditForm comment={comment} onDone={() => setEditing(false)} />
      ) : (
        <p class="comment-text">{comment.text}</p>
      )}
      {waiting !== null && <WaitingNote waiting={waiting} />}
      {own && !editing && <OwnActions comment={comment} onEdit={() => setEditing(true)} />}
    </>
  );
}

/** Written here, and not with the service yet; or refused, with a way out. */
function WaitingNote({ waiting }: { waiting: WaitingComment }) {
  const words = messages.value.comments;
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (waiting.refused === null) {
    return !late ? null : (
      <p class="waiting-note">
        <Icon name="wait" size={14} /> {words.waiting}
      </p>
    );
  }
  const { id, text, place, feature, replyTo } = waiting;
  return (
    <div class="waiting-note is-refused">
      <p>
        <Icon name="warning" size={14} /> {words.refused(waiting.refused)}
      </p>
      <div class="choice-row">
        {replyTo === null && (
          <button
            type="button"
            class="button"
            onClick={() => {
              dropWaiting(id);
              write(text);
              about.value = { place, feature };
              writing.value = true;
            }}
          >
            {words.redo}
          </button>
        )}
        <button type="button" class="button is-danger" onClick={() => dropWaiting(id)}>
          {words.drop}
        </button>
      </div>
    </div>
  );
}

function OwnActions({ comment, onEdit }: { comment: Comment; onEdit: () => void }) {
  const words = messages.value.comments;
  const [sure, setSure] = useState(false);
  return (
    <p class="own-actions">
      {!sure && (
        <>
          <button type="button" class="link-button" onClick={onEdit}>
            {words.edit}
          </button>
          <button type="button" class="link-button" onClick={() => setSure(true)}>
            {words.remove}
          </button>
        </>
      )}
      {sure && (
        <>
          <button
            type="button"
            class="link-button is-danger"
            onClick={() => void removeComment(comment)}
          >
            {words.removeSure}
          </button>
          <button type="button" class="link-button" onClick={() => setSure(false)}>
            {words.keep}
          </button>
        </>
      )}
    </p>
  );
}
