import type { IndicatorMethod } from '../api/indicators';
import { type ComparedRow, compareGroup, tellsApart } from '../core/comparison';
import { CARDS, type CardId, groupOf } from '../core/measures';
import { formatValue } from '../i18n/format';
import { messages } from '../i18n/language';
import { rowsOf } from '../session/compared-numbers';
import { columns, reference } from '../session/comparing';
import { lens } from '../session/lens';
import { registry } from '../session/registry';

/** One question with its rows. */
export interface ComparedGroup {
  readonly card: CardId;
  readonly group: number;
  readonly rows: readonly ComparedRow<IndicatorMethod>[];
}

export interface RowChoice {
  readonly onlyDifferent: boolean;
  readonly everyVariant: boolean;
}

/** The five questions with a number for today and for every proposal. */
export function comparedGroups(choice: RowChoice): readonly ComparedGroup[] {
  const words = messages.value;
  const numbers = columns.value.map(({ loaded }) => ({
    rows: loaded.state === 'here' ? rowsOf(loaded.drawing) : [],
  }));
  const held = columns.value.findIndex(({ id }) => id === reference.value);
  return CARDS.map((card) => {
    const group = groupOf(card);
    const rows = compareGroup({
      columns: numbers,
      reference: held,
      registry: registry.value,
      group,
      lens: lens.value,
      everyVariant: choice.everyVariant,
      written: (value, unit) => formatValue(value, unit, words),
    });
    return { card, group, rows: choice.onlyDifferent ? rows.filter(tellsApart) : rows };
  });
}
