import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAmount, parseAmount } from './amounts.ts';
import { csvLine, joinList, plainCell, safeCell, splitList } from './cells.ts';
import { guessDelimiter } from './examine-file.ts';

describe('formulas', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', "'=1", "''=1", '＝1', '=cmd|calc'])(
    '%j is neutralised and comes back',
    (text) => {
      expect(safeCell(text)).toBe(`'${text}`);
      expect(plainCell(safeCell(text))).toBe(text);
    },
  );
  test.each(["'tis", "O'Neill", 'a=b', '', "'"])('%j is left alone', (text) => {
    expect(safeCell(text)).toBe(text);
    expect(plainCell(text)).toBe(text);
  });
});

test('any text survives a file', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 }), (cells) => {
      const clean = cells.map((cell) => cell.replaceAll('\r', ''));
      const [read = []] = parse(csvLine(clean), { relax_column_count: true }) as string[][];
      expect(read.map(plainCell)).toEqual(clean);
    }),
  );
});

test('any list survives a cell', () => {
  fc.assert(
    fc.property(fc.array(fc.string().map((text) => text.trim())), (values) => {
      const kept = values.filter((value) => value !== '');
      expect(splitList(joinList(kept))).toEqual(kept);
    }),
  );
});

test.each([
  ['12.50', 'GBP', 1250],
  ['12,5', 'EUR', 1250],
  ['12', 'USD', 1200],
  ['900', 'JPY', 900],
  ['900.00', 'JPY', 900],
  ['0.01', 'GBP', 1],
  ['900.5', 'JPY', null],
  ['0', 'GBP', null],
  ['-1', 'GBP', null],
  ['1,234.50', 'GBP', null],
  ['£5', 'GBP', null],
  ['99999999999', 'GBP', null],
  ['1e3', 'GBP', null],
] as const)('%s %s is %j', (text, currency, amount) => {
  expect(parseAmount(text, currency)).toBe(amount);
  if (amount !== null) expect(parseAmount(formatAmount(amount, currency), currency)).toBe(amount);
});

test.each([
  ['a,b,c\n1,2,3\n', ','],
  ['a;b;c\n"1,5";2;3\n', ';'],
  ['a\tb\n1\t2\n', '\t'],
  ['a|b\n1|2\n', '|'],
  ['only\none\n', ','],
])('the delimiter of %j is %j', (text, delimiter) => expect(guessDelimiter(text)).toBe(delimiter));
