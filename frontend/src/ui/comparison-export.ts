import type { ComparedCell } from '../core/comparison';
import { DANISH_TABLE, delimitedText, ENGLISH_TABLE, type TextCell } from '../core/delimited-text';
import { formatUnit } from '../i18n/format';
import { language, messages } from '../i18n/language';
import { columns, reference } from '../session/comparing';
import { saveText } from '../session/files';
import { area } from '../session/place';
import { columnName } from './comparison-names';
import type { ComparedGroup } from './comparison-rows';
import { measureName, rowDetail } from './measure-words';

/** Give the table as it stands as a file for a spreadsheet. */
export function exportComparison(groups: readonly ComparedGroup[]): void {
  const table = language.peek() === 'da' ? DANISH_TABLE : ENGLISH_TABLE;
  const text = delimitedText([head(), ...groups.flatMap(groupRows)], table);
  const name = [messages.peek().comparison.csv.file, area.peek()?.id ?? ''].join('-');
  saveText(text, `${name}.csv`, 'text/csv;charset=utf-8');
}

function head(): readonly TextCell[] {
  const words = messages.peek().comparison.csv;
  const all = columns.peek();
  const held = all.find(({ id }) => id === reference.peek());
  const others = all.filter((column) => column !== held);
  const name = held === undefined ? '' : columnName(held);
  return [
    words.question,
    words.measure,
    words.detail,
    words.unit,
    words.better,
    ...all.map(columnName),
    ...others.map((column) => words.difference(columnName(column), name)),
  ];
}

function groupRows({ card, rows }: ComparedGroup): readonly (readonly TextCell[])[] {
  const words = messages.peek();
  const held = columns.peek().findIndex(({ id }) => id === reference.peek());
  return rows.flatMap(({ measure, sample, cells }) => {
    if (sample === null) return [];
    const { unit, better } = sample;
    const others = cells.filter((_, index) => index !== held);
    return [
      [
        words.cards[card],
        measureName(measure.id),
        rowDetail(sample),
        unitName(unit),
        better === 'higher' || better === 'lower' ? words.comparison.csv[better] : '',
        ...cells.map(({ row }) => inUnit(row?.proposal ?? null, unit)),
        ...others.map(({ difference }: ComparedCell) => inUnit(difference, unit)),
      ],
    ];
  });
}

/** Times in minutes and shares in per cent, as they are read; everything else as it is. */
function inUnit(value: number | null, unit: string): number | null {
  if (value === null) return null;
  if (unit === 'ms') return value / 60_000;
  return unit === 'share' ? value * 100 : value;
}

function unitName(unit: string): string {
  const words = messages.peek();
  if (unit === 'ms') return words.comparison.csv.minutes;
  return unit === 'share' ? words.comparison.csv.percent : formatUnit(unit, words);
}
