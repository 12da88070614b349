/** A table as text that a spreadsheet opens: what separates, and what stands for the decimal point. */
export interface TextTable {
  readonly separator: ';' | ',';
  readonly decimal: ',' | '.';
}

export const DANISH_TABLE: TextTable = { separator: ';', decimal: ',' };
export const ENGLISH_TABLE: TextTable = { separator: ',', decimal: '.' };

export type TextCell = string | number | null;

const MOST_DECIMALS = 4;

/** Rows of cells as CSV (RFC 4180), with the mark that tells a spreadsheet that it is UTF-8. */
export function delimitedText(rows: readonly (readonly TextCell[])[], table: TextTable): string {
  const lines = rows.map((row) => row.map((cell) => field(cell, table)).join(table.separator));
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`;
}

function field(cell: TextCell, { separator, decimal }: TextTable): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return quoted(plainNumber(cell).replace('.', decimal), separator);
  // A spreadsheet would take a name that begins like a formula for one, and run it.
  return quoted(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell, separator);
}

/** Never in powers of ten, and no longer than anyone needs. */
function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  const text = value.toFixed(MOST_DECIMALS).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}

function quoted(text: string, separator: string): string {
  const needed = text.includes(separator) || /["\r\n]/.test(text);
  return needed ? `"${text.replaceAll('"', '""')}"` : text;
}
