import type { ComparisonFinding } from '../core/comparison-findings';
import type { Lens } from '../core/indicator-row';
import type { Messages } from './da';
import { formatNumber, formatValue } from './format';
import { aCategory } from './names';

/** How the proposals stand to each other, in a sentence; they are called by their letters. */
export function comparisonSentence(
  { about, lead }: ComparisonFinding,
  lens: Lens,
  letters: readonly string[],
  messages: Messages,
): string {
  const words = messages.comparison;
  const what = aCategory(lens.category, messages);
  const minutes = String(lens.cutoffMin);
  if (lead === null) {
    if (about === 'reach') return words.levelReach(what, minutes);
    return about === 'visitors' ? words.levelVisitors(minutes) : words.levelCost;
  }
  const best = letters[lead.best] ?? '';
  const next = letters[lead.next] ?? '';
  const n = lead.by;
  const formatted = formatNumber(n, messages);
  if (about === 'reach') return words.moreReach(best, n, formatted, what, minutes, next);
  if (about === 'visitors') return words.moreVisitors(best, n, formatted, minutes, next);
  return words.cheaper(best, formatValue(n, 'kr', messages), next);
}
