import { ADVISED_GAP_M } from '../core/boundary-stretches';
import { type DetourPlace, detourFate } from '../core/detour-classes';
import type { MarkMeaning } from '../core/mark-meaning';
import type { Messages } from './da';
import { formatLength } from './format';

/** Nobody counts further than this; the service says so too. */
const LONGEST_M = 5000;

export function markTitle({ kind }: MarkMeaning, messages: Messages): string {
  return messages.mapLayers.edge.markTitle[kind];
}

/** What one mark of a layer tells, in a sentence. */
export function markSentence(meaning: MarkMeaning, messages: Messages): string {
  const words = messages.mapLayers.edge;
  if (meaning.kind === 'detour') return detourSentence(meaning.place, messages);
  if (meaning.kind === 'way') {
    return { kept: words.tellKept, new: words.tellNew, closed: words.tellClosed }[meaning.state];
  }
  const { lengthM, longest, tooLong } = meaning.stretch;
  const length = formatLength(lengthM, messages);
  if (longest) return words.tellLongest(length);
  return tooLong
    ? words.tellLongGap(length, formatLength(ADVISED_GAP_M, messages))
    : words.tellGap(length);
}

function detourSentence(place: DetourPlace, messages: Messages): string {
  const words = messages.mapLayers.across;
  const straight = formatLength(place.straightM, messages);
  const [before, after] = [place.beforeM, place.afterM].map((walk) => walkLength(walk, messages));
  return detourFate(place) === 'same'
    ? words.tell(after ?? '', straight)
    : words.tellChange(before ?? '', after ?? '', straight);
}

/** A walk that is as long as any is counted may be longer, or not be there at all. */
export function walkLength(walkM: number, messages: Messages): string {
  const length = formatLength(walkM, messages);
  return walkM >= LONGEST_M ? messages.mapLayers.across.atLeast(length) : length;
}
