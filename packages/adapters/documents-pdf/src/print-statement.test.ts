import { expect, it } from 'vitest';
import { printStatement } from './print-statement.ts';

const document = {
  title: 'Statement November 2026',
  sellerName: 'Østergård & Ζωή Keramik',
  facts: [['Opening balance', '£0.00']] as const,
  columns: [
    { label: 'Date', align: 'start' as const, width: 1 },
    { label: 'Net', align: 'end' as const, width: 1 },
  ],
  rows: Array.from({ length: 90 }, (_, index) => [`2026-11-${index}`, `£${index}.00`]),
  totals: [['Total', '£4,005.00']],
  madeAt: new Date('2026-12-01T00:00:00Z'),
};

it('prints the same bytes for the same statement, over several pages, with its fonts inside', async () => {
  const [one, two] = [await printStatement(document), await printStatement(document)];
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  const text = Buffer.from(one).toString('latin1');
  expect(text.startsWith('%PDF-1.')).toBe(true);
  expect(text.match(/\/Type \/Page\b/g)).toHaveLength(4);
  expect(text).toContain('/FontFile2');
  expect(text).not.toContain('/BaseFont /Helvetica');
  const other = await printStatement({ ...document, rows: [] });
  expect(Buffer.from(other).equals(Buffer.from(one))).toBe(false);
});
