import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DANISH_TABLE, delimitedText, ENGLISH_TABLE, type TextTable } from './delimited-text';

/** Read it again the way RFC 4180 says. */
function parse(text: string, { separator }: TextTable): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let inside = false;
  for (let at = 1; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (inside) {
      if (sign !== '"') field += sign;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else inside = false;
    } else if (sign === '"') inside = true;
    else if (sign === separator || sign === '\r') {
      rows.at(-1)?.push(field);
      field = '';
      if (sign === '\r') {
        at += 1;
        rows.push([]);
      }
    } else field += sign;
  }
  return rows.slice(0, -1);
}

describe('a table as text', () => {
  it('is written as the language writes numbers', () => {
    const rows = [
      ['Mål', 1.5, null],
      ['Gå; stå', -0.12345, 1e7],
    ];
    expect(delimitedText(rows, DANISH_TABLE)).toBe(
      '\uFEFFMål;1,5;\r\n"Gå; stå";-0,1235;10000000\r\n',
    );
    expect(delimitedText([[1.5, 'a,b']], ENGLISH_TABLE)).toBe('\uFEFF1.5,"a,b"\r\n');
  });

  it('never lets a name become a formula', () => {
    expect(delimitedText([['=1+1']], DANISH_TABLE)).toBe("\uFEFF'=1+1\r\n");
  });

  it('is read back as it was, whatever is in it', () => {
    const cells = fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text));
    fc.assert(
      fc.property(
        fc.array(fc.array(cells, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
        fc.constantFrom(DANISH_TABLE, ENGLISH_TABLE),
        (rows, table) => {
          expect(parse(delimitedText(rows, table), table)).toEqual(rows);
        },
      ),
    );
  });

  it('has no powers of ten and no minus nothing', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
        const [[text = ''] = []] = parse(delimitedText([[value]], ENGLISH_TABLE), ENGLISH_TABLE);
        expect(text).toMatch(/^-?\d+(\.\d{1,4})?$/);
        // Half of the last of four decimals, and what a number of this size can be told apart by.
        const apart = 0.000_05 + 2 * Number.EPSILON * Math.max(1, Math.abs(value));
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(apart);
        expect(text).not.toBe('-0');
      }),
    );
  });
});
