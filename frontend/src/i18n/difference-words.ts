import type { Intervention } from '../core/proposal';
import {
  type ChangedIntervention,
  isNone,
  type ProposalDifference,
} from '../core/proposal-difference';
import type { Messages } from './da';
import { formatNumber } from './format';
import { interventionName } from './names';

/** One sentence, and the drawing it is about, so that it can be pointed at. */
export interface Told {
  readonly text: string;
  readonly about: Intervention | null;
}

/** What one change did to a proposal. */
export function changeWords(difference: ProposalDifference, messages: Messages): readonly Told[] {
  const words = messages.difference;
  const name = (each: Intervention) => interventionName(each, messages);
  const told = [
    ...difference.added.map((each) => ({ text: words.added(name(each)), about: each })),
    ...difference.changed.map((each) => ({
      text: changedWords(each, messages),
      about: each.after,
    })),
    ...difference.removed.map((each) => ({ text: words.removed(name(each)), about: null })),
    ...(difference.name === null ? [] : [plain(words.renamed(difference.name.after))]),
    ...(difference.description === null ? [] : [plain(words.described)]),
    ...(difference.reordered ? [plain(words.reordered)] : []),
    ...(difference.settings ? [plain(words.settings)] : []),
  ];
  return told.length === 0 ? [plain(messages.versions.nothing)] : told;
}

/** What is between a person's own version and the other one. */
export function oppositionWords(
  difference: ProposalDifference,
  messages: Messages,
): readonly Told[] {
  const words = messages.difference;
  if (isNone(difference)) return [plain(words.none)];
  const name = (each: Intervention) => interventionName(each, messages);
  return [
    ...difference.removed.map((each) => ({ text: words.onlyMine(name(each)), about: each })),
    ...difference.added.map((each) => ({ text: words.onlyTheirs(name(each)), about: each })),
    ...difference.changed.map((each) => ({
      text:
        each.properties.length === 0
          ? words.bothMoved(name(each.after))
          : words.bothChanged(name(each.after), propertyNames(each, messages)),
      about: each.after,
    })),
    ...(difference.name === null
      ? []
      : [plain(words.names(difference.name.before, difference.name.after))]),
    ...(difference.description === null ? [] : [plain(words.descriptions)]),
    ...(difference.reordered ? [plain(words.reordered)] : []),
    ...(difference.settings ? [plain(words.settings)] : []),
  ];
}

/** A long list is cut, and says by how much. */
export function shortened(
  told: readonly Told[],
  most: number,
  messages: Messages,
): readonly Told[] {
  if (told.length <= most) return told;
  const left = told.length - most + 1;
  const rest = messages.difference.more(formatNumber(left, messages));
  return [...told.slice(0, most - 1), plain(rest)];
}

function plain(text: string): Told {
  return { text, about: null };
}

function changedWords(change: ChangedIntervention, messages: Messages): string {
  const words = messages.difference;
  const name = interventionName(change.after, messages);
  if (change.properties.length === 0) return words.moved(name);
  const what = propertyNames(change, messages);
  return change.moved ? words.movedAndChanged(name, what) : words.changed(name, what);
}

function propertyNames({ properties }: ChangedIntervention, messages: Messages): string {
  const { properties: names, other } = messages.difference;
  return [...new Set(properties.map((name) => names[name] ?? other))].join(', ');
}
