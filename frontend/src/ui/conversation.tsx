import { useEffect, useRef, useState } from 'preact/hooks';
import { anchorOf, type Comment, type ShownComment } from '../core/comment';
import { formatNumber } from '../i18n/format';
import { messages } from '../i18n/language';
import { interventionName } from '../i18n/names';
import { chosenComment, settle } from '../session/comments';
import { pointAt } from '../session/pointing';
import { interventions } from '../session/workspace';
import { CommentBody } from './comment-body';
import { ReplyForm } from './comment-words';
import { Icon } from './icon';

/** A comment with what was answered to it. */
export function Conversation({ shown }: { shown: ShownComment }) {
  const { comment, waiting, replies } = shown;
  const [answering, setAnswering] = useState(false);
  const box = useRef<HTMLLIElement>(null);
  const chosen = chosenComment.value === comment.id;
  useEffect(() => {
    if (chosen) box.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <li
      ref={box}
      class={`conversation${chosen ? ' is-chosen' : ''}${comment.resolved ? ' is-solved' : ''}`}
      data-comment={comment.id}
    >
      <Heading comment={comment} />
      <CommentBody shown={shown} />
      {replies.length > 0 && (
        <ul class="replies">
          {replies.map((reply) => (
            <li key={reply.comment.id}>
              <CommentBody shown={reply} />
            </li>
          ))}
        </ul>
      )}
      {answering && <ReplyForm to={comment} onDone={() => setAnswering(false)} />}
      {waiting === null && !answering && (
        <Actions comment={comment} onAnswer={() => setAnswering(true)} />
      )}
    </li>
  );
}

/** The number of the pin, what it is about, and the way to it. */
function Heading({ comment }: { comment: Comment }) {
  const words = messages.value;
  const { comments } = words;
  const { number, feature, place } = comment;
  const shown = number === null ? '…' : formatNumber(number, words);
  const drawn = interventions.value.find(({ id }) => id === feature);
  const where = drawn === undefined ? place : anchorOf(drawn.geometry);
  const subject = drawn === undefined ? '' : interventionName(drawn, words);
  return (
    <header>
      <h3>
        <span class={`pin-number${comment.resolved ? ' is-solved' : ''}`} aria-hidden="true">
          {shown}
        </span>
        <span class="sr-only">
          {number === null ? comments.unnumbered : comments.number(shown)}
        </span>
        {subject !== '' && <span class="subject">{subject}</span>}
        {comment.resolved && (
          <span class="solved-note">
            <Icon name="done" size={14} /> {comments.solved}
          </span>
        )}
      </h3>
      {where !== null && (
        <button
          type="button"
          class="icon-button"
          aria-label={comments.show}
          title={comments.show}
          onClick={() => {
            chosenComment.value = comment.id;
            pointAt(where);
          }}
        >
          <Icon name="place" size={18} />
        </button>
      )}
    </header>
  );
}

function Actions({ comment, onAnswer }: { comment: Comment; onAnswer: () => void }) {
  const words = messages.value;
  const { comments } = words;
  const number = comment.number === null ? '' : formatNumber(comment.number, words);
  return (
    <div class="comment-actions">
      <button type="button" class="button" onClick={onAnswer}>
        {comments.answer}
      </button>
      <button
        type="button"
        class="button"
        aria-label={comment.resolved ? comments.reopenLong(number) : comments.solveLong(number)}
        onClick={() => void settle(comment, !comment.resolved)}
      >
        {!comment.resolved && <Icon name="done" size={16} />}
        {comment.resolved ? comments.reopen : comments.solve}
      </button>
    </div>
  );
}
