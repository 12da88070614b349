import { computed, effect, signal } from '@preact/signals';
import type { Position } from 'geojson';
import { anchorOf, type WaitingComment } from '../core/comment';
import { newToken } from '../core/comment-outbox';
import { newId } from '../core/new-id';
import { findIntervention } from '../core/proposal';
import { messages } from '../i18n/language';
import { chosenComment, commentFilter, commentOutbox, keepComment } from './comments';
import { spoken, tool } from './drawing';
import { panelView, sheet, showView } from './panel-view';
import { keepOpen } from './saving';
import { proposal, selectedId } from './workspace';

/** What a comment that is being written is about. */
export interface About {
  readonly place: Position | null;
  readonly feature: string | null;
}

const WHOLE: About = { place: null, feature: null };

/** The form of a new conversation is open. */
export const writing = signal(false);
export const about = signal<About>(WHOLE);
/** A place for it is being pointed out on the map. */
export const placing = signal(false);
export const writer = signal(commentOutbox.name);
export const words = signal('');
/** The browser had no room for the comment. */
export const noRoom = signal(false);

const openId = computed(() => proposal.value?.id ?? null);

/** Words that were begun belong to their proposal, and are there again after a reload. */
export function keepWriting(): void {
  effect(() => {
    const id = openId.value;
    placing.value = false;
    about.value = WHOLE;
    words.value = id === null ? '' : commentOutbox.begun(id);
    writing.value = words.peek() !== '';
  });
  effect(() => {
    if (panelView.value !== 'comments' || tool.value !== null) placing.value = false;
  });
}

export function startWriting(): void {
  about.value = aboutDrawn(selectedId.peek()) ?? WHOLE;
  writing.value = true;
}

export function stopWriting(): void {
  write('');
  placing.value = false;
  writing.value = false;
  noRoom.value = false;
}

export function write(text: string): void {
  words.value = text;
  const id = openId.peek();
  if (id === null) return;
  try {
    commentOutbox.keepBegun(id, text);
  } catch {
    noRoom.value = true;
  }
}

export function startPlacing(): void {
  tool.value = null;
  selectedId.value = null;
  placing.value = true;
  sheet.value = 'low';
  spoken.value = messages.peek().comments.placeHow;
}

export function stopPlacing(): void {
  placing.value = false;
  showView('comments');
}

export function talkOfWhole(): void {
  about.value = WHOLE;
}

/** Take the place that was pointed out; false when none was asked for. */
export function takePlace(place: Position): boolean {
  if (!placing.peek()) return false;
  about.value = { place, feature: null };
  spoken.value = messages.peek().comments.placed;
  stopPlacing();
  return true;
}

/** Take the drawn thing that was pointed out. */
export function takeFeature(feature: string): boolean {
  const found = aboutDrawn(feature);
  if (!placing.peek() || found === null) return false;
  about.value = found;
  spoken.value = messages.peek().comments.placed;
  stopPlacing();
  return true;
}

/** The place is kept beside the thing, so that the comment has one when the thing is gone. */
function aboutDrawn(feature: string | null): About | null {
  const open = proposal.peek();
  if (open === null || feature === null) return null;
  const drawn = findIntervention(open, feature);
  if (drawn === undefined) return null;
  const [lon = 0, lat = 0] = anchorOf(drawn.geometry);
  return { place: [rounded(lon), rounded(lat)], feature };
}

/** Seven decimals, about a centimetre: what the service stores. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

/** Send what is written as a new conversation. */
export function sendWritten(): void {
  if (words.peek().trim() === '' || writer.peek().trim() === '') return;
  const sent = said(words.peek(), about.peek(), null);
  noRoom.value = sent === null;
  if (sent === null) return;
  stopWriting();
  if (commentFilter.peek() === 'resolved') commentFilter.value = 'open';
  chosenComment.value = sent.id;
}

export function sendReply(text: string, replyTo: string): boolean {
  const sent = said(text, WHOLE, replyTo);
  noRoom.value = sent === null;
  return sent !== null;
}

function said(text: string, { place, feature }: About, replyTo: string | null) {
  const open = proposal.peek();
  if (open === null) return null;
  const comment: WaitingComment = {
    id: newId(),
    proposal: open.id,
    replyTo,
    author: writer.peek().trim(),
    text: text.trim(),
    place,
    feature,
    token: newToken(),
    writtenAt: new Date().toISOString(),
    refused: null,
  };
  // Nothing can be said of a proposal that the service has never heard of.
  keepOpen();
  return keepComment(comment) ? comment : null;
}
