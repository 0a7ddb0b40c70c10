import type { PrintedDocument } from '@mallhive/orders/ports';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { visualRuns } from './bidi-text.ts';
import { printInvoice } from './index.ts';

const column = (label: string, align: 'start' | 'end' = 'end') => ({ label, width: 10, align });
const paper = (overrides: Partial<PrintedDocument> = {}): PrintedDocument => ({
  language: 'en',
  direction: 'ltr',
  title: 'Invoice INV-2026-000001',
  parties: [
    { label: 'Sold by', lines: ['Østergård & Ζωή Keramik', '1 Quay'] },
    { label: 'Bought by', lines: ['Ada Example', 'London'] },
  ],
  facts: [['Date', '1 March 2026']],
  columns: [column('Item', 'start'), column('Units'), column('Amount')],
  rows: [[{ text: 'Oak stool', below: 'Natural · OAK-1' }, { text: '2' }, { text: '£50.00' }]],
  totals: [{ label: 'Total', value: '£50.00', strong: true }],
  breakdown: { columns: [column('Rate', 'start'), column('Tax')], rows: [['20%', '£8.33']] },
  note: 'Prices include the tax.',
  page: 'Page {page} of {pages}',
  madeAt: new Date('2026-03-01T10:00:00Z'),
  ...overrides,
});

async function read(document: PrintedDocument): Promise<string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(await printInvoice(document)));
  const { text } = await extractText(pdf, { mergePages: false });
  return text.map((one) => one.replace(/\s+/g, ' '));
}

describe('an invoice', () => {
  it('says what it was told, and the same bytes each time', async () => {
    const [text] = await read(paper());
    for (const word of ['Invoice INV-2026-000001', 'Østergård & Ζωή Keramik', 'Natural · OAK-1', '£50.00', '£8.33'])
      expect(text).toContain(word);
    expect(text).toContain('Page 1 of 1');
    const [one, two] = [await printInvoice(paper()), await printInvoice(paper())];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
    expect(Buffer.from(one).length).toBeLessThan(60_000);
    const raw = Buffer.from(one).toString('latin1');
    expect(raw).toContain('/FontFile2');
    expect(raw).not.toContain('/BaseFont /Helvetica');
  });

  it('goes on over several pages with its columns named again, and breaks long names', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [
      { text: `Lamp ${index} with a name that is much longer than its narrow column` },
      { text: '1' },
      { text: '£1.00' },
    ]);
    const pages = await read(paper({ rows }));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages.slice(0, -1)) expect(page).toMatch(/Item Units Amount|Item.*Units.*Amount/);
    expect(pages.join(' ')).toContain('Lamp 119');
    expect(pages.at(-1)).toContain(`Page ${pages.length} of ${pages.length}`);
  });

  it('is written in Arabic from the right, with letters that can be read back', async () => {
    const pages = await read(
      paper({
        language: 'ar',
        direction: 'rtl',
        title: 'فاتورة INV-2026-000001',
        facts: [['الطلب', 'MH-7K2M9QXT-1']],
        totals: [{ label: 'الإجمالي', value: '‏50.00 UK£', strong: true }],
      }),
    );
    const text = pages.join(' ').normalize('NFKC');
    for (const word of ['فاتورة', 'الطلب', 'MH-7K2M9QXT-1', 'INV-2026-000001', '50.00']) expect(text).toContain(word);
  });
});

describe('a line in two directions', () => {
  it('keeps numbers and Latin words as they are, and turns brackets round', () => {
    const said = (text: string) => visualRuns(text).map((run) => run.text);
    expect(said('الطلب MH-1 (عاجل)')).toEqual(['(', 'عاجل', ') ', 'MH-1', 'الطلب ']);
    expect(said('1 Sample Street')).toEqual(['1 Sample Street']);
    expect(said('‏12.50 £').join('')).toBe('£ 12.50');
    expect(said('Order 12 (الطلب)')).toEqual(['Order 12 (', 'الطلب', ')']);
  });
});
