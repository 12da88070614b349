import type { CostAnswer } from '../api/cost';
import { type CostTableWords, costRows } from '../core/cost-rows';
import { DANISH_TABLE, delimitedText, ENGLISH_TABLE } from '../core/delimited-text';
import { fileNameOf } from '../core/file-name';
import { phaseOf } from '../core/phases';
import { language, messages } from '../i18n/language';
import { interventionName } from '../i18n/names';
import { proposal } from './workspace';

/** Give the bill as a table that a spreadsheet opens, in the language of the page. */
export function exportCosts({ features, totals }: CostAnswer): void {
  const open = proposal.peek();
  if (open === null) return;
  const words = messages.peek();
  const drawn = new Map(open.interventions.map((each) => [each.id, each]));
  const told: CostTableWords = {
    heads: words.money.csvHeads,
    total: words.money.total,
    statesOf: words.money.states,
    units: words.money.quantityNames,
  };
  const rows = costRows(
    {
      bills: features,
      totalKr: totals.kr,
      payers: totals.payers,
      nameOf: (feature) => {
        const each = drawn.get(feature);
        return each === undefined ? feature : interventionName(each, words);
      },
      phaseOf: (feature) => {
        const each = drawn.get(feature);
        return each === undefined ? 1 : phaseOf(each);
      },
    },
    told,
  );
  const text = delimitedText(rows, language.peek() === 'da' ? DANISH_TABLE : ENGLISH_TABLE);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = `${fileNameOf([open.name, words.money.csvName], words.money.csvName)}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
