import type { Pick } from '../core/pick';
import { RESIDENTS_A_HOME } from '../core/rough-cost';
import type { StreetPiece } from '../core/street-stretch';
import type { Messages } from './da';
import { formatLength, formatNumber } from './format';
import { streetName } from './street-words';

/** What the pointer stands on: “Lokalvej · 120 m”, or “ca. 12 boliger og 25 beboere væk”. */
export function pickSentence(pick: Pick, messages: Messages, share = 1): string {
  if (pick.type === 'street') {
    return `${streetTitle(pick.stretch.piece, messages)} · ${formatLength(pick.stretch.lengthM, messages)}`;
  }
  const going = goingSentence(pick.inside.residents * share, messages);
  return pick.type === 'building' && pick.name !== null ? `${pick.name} · ${going}` : going;
}

export function streetTitle(piece: StreetPiece, messages: Messages): string {
  const { grade } = piece;
  const words = messages.editing.street;
  const name = streetName(piece, messages);
  return grade === 'bridge' || grade === 'tunnel' ? `${name} ${words[grade]}` : name;
}

/** How many homes and people go: homes are counted by the people who live there. */
export function goingSentence(residents: number, messages: Messages): string {
  const words = messages.editing.measure;
  if (residents === 0) return words.noneGoing;
  return words.going(
    homesOf(residents / RESIDENTS_A_HOME, messages),
    peopleOf(residents, messages),
  );
}

/** How many homes and people come. */
export function comingSentence(homes: number, messages: Messages): string {
  const words = messages.editing.measure;
  return words.coming(homesOf(homes, messages), peopleOf(homes * RESIDENTS_A_HOME, messages));
}

function homesOf(homes: number, messages: Messages): string {
  const whole = Math.round(homes);
  return messages.editing.measure.homes(whole, formatNumber(whole, messages));
}

function peopleOf(residents: number, messages: Messages): string {
  const whole = Math.round(residents);
  return messages.homes.residents(whole, formatNumber(whole, messages));
}
