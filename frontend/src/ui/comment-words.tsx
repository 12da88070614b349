import { useEffect, useRef, useState } from 'preact/hooks';
import type { Comment } from '../core/comment';
import { messages } from '../i18n/language';
import { noRoom, sendReply, writer } from '../session/comment-writing';
import { changeWords } from '../session/comments';
import { Left, LONGEST_COMMENT, NameField } from './comment-form';

interface WordsProps {
  readonly label: string;
  readonly begin: string;
  readonly send: string;
  readonly withName: boolean;
  /** True where the words are taken care of, and the form may go. */
  readonly onSend: (text: string) => boolean | Promise<boolean>;
  readonly onDone: () => void;
}

/** An answer to a conversation. */
export function ReplyForm({ to, onDone }: { to: Comment; onDone: () => void }) {
  const words = messages.value.comments;
  return (
    <WordsForm
      label={words.reply}
      begin=""
      send={words.send}
      withName={writer.peek() === ''}
      onSend={(text) => sendReply(text, to.id)}
      onDone={onDone}
    />
  );
}

/** One's own words, changed. */
export function EditForm({ comment, onDone }: { comment: Comment; onDone: () => void }) {
  const words = messages.value.comments;
  return (
    <WordsForm
      label={words.text}
      begin={comment.text}
      send={words.save}
      withName={false}
      onSend={(text) => changeWords(comment, text.trim())}
      onDone={onDone}
    />
  );
}

function WordsForm({ label, begin, send, withName, onSend, onDone }: WordsProps) {
  const words = messages.value.comments;
  const [text, setText] = useState(begin);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="comment-form is-small"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        void Promise.resolve(onSend(text)).then((done) => done && onDone());
      }}
    >
      {withName && <NameField />}
      <label class="field">
        <span>{label}</span>
        <textarea
          ref={field}
          rows={3}
          required
          maxLength={LONGEST_COMMENT}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <Left length={text.length} />
      {noRoom.value && <p class="trouble-text">{words.noRoom}</p>}
      <div class="choice-row">
        <button type="submit" class="button is-main">
          {send}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
