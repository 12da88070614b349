import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { formatNumber } from '../i18n/format';
import { messages } from '../i18n/language';
import { interventionName } from '../i18n/names';
import {
  about,
  noRoom,
  placing,
  sendWritten,
  startPlacing,
  stopPlacing,
  stopWriting,
  talkOfWhole,
  write,
  writer,
  words as written,
} from '../session/comment-writing';
import { interventions } from '../session/workspace';
import { Icon } from './icon';

/** As the service bounds them. */
export const LONGEST_COMMENT = 4_000;
const LONGEST_NAME = 80;
/** From here on it is told how much is left. */
const NEARLY_FULL = 400;

/** A new conversation: who says it, what it is about, and the words. */
export function CommentForm() {
  const words = messages.value.comments;
  const text = useRef<HTMLTextAreaElement>(null);
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => {
    (writer.peek() === '' ? name.current : text.current)?.focus();
  }, []);
  return (
    <form
      class="comment-form"
      onSubmit={(event) => {
        event.preventDefault();
        sendWritten();
      }}
    >
      <NameField field={name} />
      <AboutRow />
      <label class="field">
        <span>{words.text}</span>
        <textarea
          ref={text}
          rows={4}
          required
          maxLength={LONGEST_COMMENT}
          value={written.value}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </label>
      <Left length={written.value.length} />
      {noRoom.value && (
        <p class="trouble-text" role="alert">
          {words.noRoom}
        </p>
      )}
      <div class="choice-row">
        <button type="submit" class="button is-main">
          {words.send}
        </button>
        <button type="button" class="button" onClick={stopWriting}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

/** Who writes; asked once, and remembered on this device. */
export function NameField({ field }: { field?: RefObject<HTMLInputElement | null> }) {
  const words = messages.value.comments;
  return (
    <label class="field">
      <span>{words.name}</span>
      <input
        {...(field === undefined ? {} : { ref: field })}
        type="text"
        name="name"
        autocomplete="name"
        required
        maxLength={LONGEST_NAME}
        value={writer.value}
        onInput={(event) => {
          writer.value = event.currentTarget.value;
        }}
      />
      <small>{words.nameHelp}</small>
    </label>
  );
}

export function Left({ length }: { length: number }) {
  const left = LONGEST_COMMENT - length;
  if (left > NEARLY_FULL) return null;
  const words = messages.value;
  return <p class="quiet">{words.comments.left(formatNumber(left, words))}</p>;
}

/** What it is about, and how to point at something else. */
function AboutRow() {
  const words = messages.value;
  const { place, feature } = about.value;
  const isWhole = place === null && feature === null;
  const drawn = interventions.value.find(({ id }) => id === feature);
  const { comments } = words;
  const named = drawn === undefined ? comments.gone : interventionName(drawn, words);
  const what = feature === null ? comments.aPlace : named;
  return (
    <div class="about-row">
      <p>
        {comments.about} <strong>{isWhole ? comments.whole : what}</strong>
      </p>
      <button type="button" class="button" onClick={startPlacing}>
        <Icon name="place" size={16} /> {isWhole ? comments.pick : comments.pickOther}
      </button>
      {!isWhole && (
        <button type="button" class="button" onClick={talkOfWhole}>
          {comments.clear}
        </button>
      )}
    </div>
  );
}

/** Over the map, while a place for the comment is pointed out. */
export function PlacingBar({ onHere }: { onHere: () => void }) {
  const words = messages.value.comments;
  const active = placing.value;
  // Before the next key: it may be Escape.
  useLayoutEffect(() => {
    if (!active) return undefined;
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      event.preventDefault();
      stopPlacing();
    };
    document.addEventListener('keydown', giveUp, { capture: true });
    return () => document.removeEventListener('keydown', giveUp, { capture: true });
  }, [active]);
  if (!active) return null;
  return (
    <section class="hint-bar placing-bar" aria-label={words.pick}>
      <p class="for-mouse">{words.placeHow}</p>
      <p class="for-touch">{words.placeTouch}</p>
      <div class="hint-actions">
        <button type="button" class="button is-main" onClick={onHere}>
          {words.placeHere}
        </button>
        <button type="button" class="button" onClick={stopPlacing}>
          {words.cancel}
        </button>
      </div>
    </section>
  );
}
