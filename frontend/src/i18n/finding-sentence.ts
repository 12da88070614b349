import type { Finding } from '../core/findings';
import { type IndicatorRow, outcomeOf } from '../core/indicator-row';
import type { Messages } from './da';
import { formatDuration, formatNumber, formatShare, formatValue } from './format';
import { aCategory } from './names';

const OF_FORM: ReadonlySet<string> = new Set([
  'boundary_entrances',
  'entrance_gap',
  'detour_factor',
]);

/** The plain sentence a card begins with; one the page has no words for is told by its name. */
export function findingSentence(
  { row, residents }: Finding,
  name: string,
  messages: Messages,
): string {
  switch (row.id) {
    case 'share_within':
      return shareSentence({ row, residents }, messages);
    case 'travel_time_nearest':
      return timeSentence({ row, residents }, messages);
    case 'visitors_within':
      return visitorSentence({ row, residents }, messages);
    case 'gap_to_city':
      return gapSentence({ row, residents }, messages);
    default:
      return OF_FORM.has(row.id)
        ? formSentence({ row, residents }, messages)
        : measureSentence(row, name, messages);
  }
}

function measureSentence(row: IndicatorRow, name: string, messages: Messages): string {
  const { find } = messages;
  const before = formatValue(row.baseline, row.unit, messages);
  const after = formatValue(row.proposal, row.unit, messages);
  if (before === after) return find.stays(name, after);
  if (row.baseline === null || row.proposal === null) return find.turns(name, before, after);
  return row.proposal > row.baseline
    ? find.rises(name, before, after)
    : find.falls(name, before, after);
}

function shareSentence({ row, residents }: Finding, messages: Messages): string {
  const { find } = messages;
  const what = aCategory(row.category, messages);
  const minutes = String(row.cutoff_min ?? '');
  const more = residents ?? 0;
  // Where people move, fewer may get there although a larger part of those who live here do.
  if (more * (row.change ?? 0) < 0) {
    return measureSentence(row, find.shareReaching(what, minutes), messages);
  }
  const n = Math.abs(more);
  if (more > 0) return find.moreReach(n, formatNumber(n, messages), what, minutes);
  if (more < 0) return find.fewerReach(n, formatNumber(n, messages), what, minutes);
  if (row.proposal === null) return messages.cards.unknown;
  if (row.proposal === 0) return find.noneReach(what, minutes);
  if (row.proposal === 1) return find.allReach(what, minutes);
  return find.sameReach(formatShare(row.proposal, messages), what, minutes);
}

function timeSentence({ row }: Finding, messages: Messages): string {
  const what = aCategory(row.category, messages);
  if (row.baseline === null && row.proposal === null) return messages.find.notReachable(what);
  if (row.baseline === null) return messages.find.newlyReachable(what);
  if (row.proposal === null) return messages.find.noLongerReachable(what);
  if (row.proposal === row.baseline) {
    return messages.find.usualTime(what, formatDuration(row.proposal, messages));
  }
  const moved = formatDuration(Math.abs(row.proposal - row.baseline), messages);
  return row.proposal < row.baseline
    ? messages.find.nearer(what, moved)
    : messages.find.farther(what, moved);
}

function visitorSentence({ row, residents }: Finding, messages: Messages): string {
  const { find } = messages;
  const minutes = String(row.cutoff_min ?? '');
  const more = residents ?? 0;
  const n = Math.abs(more);
  if (row.proposal === null) return messages.cards.unknown;
  if (more > 0) return find.moreVisitors(n, formatNumber(n, messages), minutes);
  if (more < 0) return find.fewerVisitors(n, formatNumber(n, messages), minutes);
  const all = Math.round(row.proposal);
  if (all === 0) return find.noVisitors(minutes);
  return find.sameVisitors(all, formatNumber(all, messages), minutes);
}

function gapSentence({ row }: Finding, messages: Messages): string {
  if (row.proposal === null) return messages.cards.unknown;
  const what = aCategory(row.category, messages);
  return row.proposal >= 1
    ? messages.find.gapFarther(what, formatNumber(row.proposal, messages, 1))
    : messages.find.gapNearer(what, formatNumber(row.proposal, messages, 1));
}

/** Ways in, the longest edge without one, and detours. */
function formSentence({ row }: Finding, messages: Messages): string {
  const { find } = messages;
  const outcome = outcomeOf(row);
  const value = formatValue(row.proposal, row.unit, messages);
  if (row.proposal === null) return messages.cards.unknown;
  if (row.id === 'boundary_entrances') {
    if (outcome === 'gain') return find.moreEntrances;
    if (outcome === 'loss') return find.fewerEntrances;
    return find.sameEntrances(formatNumber(row.proposal, messages, 1));
  }
  if (row.id === 'entrance_gap') {
    if (outcome === 'gain') return find.shorterGap;
    return outcome === 'loss' ? find.longerGap : find.sameGap(value);
  }
  const metres = row.variant ?? '';
  if (outcome === 'gain') return find.lessDetour(metres);
  return outcome === 'loss' ? find.moreDetour(metres) : find.sameDetour(metres, value);
}
