import type { FeatureBill, Payers } from './bill';
import type { TextCell } from './delimited-text';
import { FUNDERS } from './funding';

/** The words of the table, in the reader's language. */
export interface CostTableWords {
  readonly heads: readonly string[];
  readonly total: string;
  readonly statesOf: Readonly<Record<FeatureBill['state'], string>>;
  readonly units: Readonly<Record<string, string>>;
}

export interface CostTable {
  readonly bills: readonly FeatureBill[];
  readonly totalKr: number | null;
  readonly payers: Payers | null;
  readonly nameOf: (feature: string) => string;
  readonly phaseOf: (feature: string) => number;
}

/** The bill as a table: a row for each line, a row for each change, and the whole. */
export function costRows(
  table: CostTable,
  words: CostTableWords,
): readonly (readonly TextCell[])[] {
  const lines = table.bills.flatMap((bill) => [
    ...bill.lines.map((line): readonly TextCell[] => [
      table.nameOf(bill.feature),
      table.phaseOf(bill.feature),
      line.name,
      line.quantity,
      line.unit === null ? null : (words.units[line.unit] ?? line.unit),
      line.unit_price_kr,
      line.kr,
      ...FUNDERS.map(() => null),
      null,
    ]),
    [
      table.nameOf(bill.feature),
      table.phaseOf(bill.feature),
      words.total,
      null,
      null,
      null,
      bill.kr,
      ...paid(bill.payers),
      words.statesOf[bill.state],
    ] as readonly TextCell[],
  ]);
  const whole = [words.total, null, null, null, null, null, table.totalKr, ...paid(table.payers)];
  return [words.heads, ...lines, [...whole, null]];
}

function paid(payers: Payers | null): readonly TextCell[] {
  return FUNDERS.map((funder) => (payers === null ? null : payers[funder]));
}
