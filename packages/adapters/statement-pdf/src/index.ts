import { createRequire } from 'node:module';
import type { DocumentPrinter, StatementDocument } from '@mallhive/payments/ports';
import type PDFDocument from 'pdfkit';

const require = createRequire(import.meta.url);
const fonts = {
  normal: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  strong: '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
} as const;

const margin = 40;
const page = { width: 841.89, height: 595.28 };
const width = page.width - 2 * margin;
const rowHeight = 17;
const ink = '#1d1b18';
const soft = '#5f5a52';
const line = '#cfc9be';

type Doc = InstanceType<typeof PDFDocument>;

function drawRow(
  doc: Doc,
  columns: StatementDocument['columns'],
  cells: readonly string[],
  y: number,
  style: { font: 'normal' | 'strong'; color: string },
): void {
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  let x = margin;
  doc.font(style.font).fontSize(8.5).fillColor(style.color);
  for (const [index, column] of columns.entries()) {
    const cell = (column.width / whole) * width;
    const align = column.align === 'end' ? 'right' : 'left';
    const options = { width: cell - 6, align, lineBreak: false, ellipsis: true, height: rowHeight } as const;
    doc.text(cells[index] ?? '', x + 3, y + 4, options);
    x += cell;
  }
}

function rule(doc: Doc, y: number): void {
  doc
    .moveTo(margin, y)
    .lineTo(margin + width, y)
    .lineWidth(0.6)
    .strokeColor(line)
    .stroke();
}

function drawHead(doc: Doc, { title, sellerName, facts }: StatementDocument): number {
  doc.font('strong').fontSize(18).fillColor(ink).text(title, margin, margin, { lineBreak: false });
  doc
    .font('normal')
    .fontSize(11)
    .fillColor(soft)
    .text(sellerName, margin, margin + 26, { width, height: 16, ellipsis: true });
  let y = margin + 54;
  for (const [label, value] of facts) {
    doc.font('normal').fontSize(9).fillColor(soft).text(label, margin, y, { lineBreak: false });
    doc
      .font('strong')
      .fontSize(9)
      .fillColor(ink)
      .text(value, margin + 120, y, { lineBreak: false });
    y += 14;
  }
  return y + 12;
}

function draw(doc: Doc, document: StatementDocument): void {
  const { columns, rows, totals } = document;
  const bottom = page.height - margin - 24;
  const labels = columns.map(({ label }) => label);
  let y = drawHead(doc, document);
  const header = () => {
    drawRow(doc, columns, labels, y, { font: 'strong', color: soft });
    y += rowHeight + 3;
    rule(doc, y);
    y += 3;
  };
  const room = () => {
    if (y + rowHeight <= bottom) return;
    doc.addPage();
    y = margin;
    header();
  };
  header();
  for (const row of rows) {
    room();
    drawRow(doc, columns, row, y, { font: 'normal', color: ink });
    y += rowHeight;
  }
  rule(doc, y + 2);
  y += 5;
  for (const row of totals) {
    room();
    drawRow(doc, columns, row, y, { font: 'strong', color: ink });
    y += rowHeight;
  }
  const { count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(index);
    const text = `${document.title} · ${document.sellerName} · ${index + 1} / ${count}`;
    const at = { width, align: 'right', lineBreak: false, height: 12, ellipsis: true } as const;
    doc
      .font('normal')
      .fontSize(8)
      .fillColor(soft)
      .text(text, margin, page.height - margin - 8, at);
  }
}

/** Documents as PDF, A4 across, with their fonts inside. The same document gives the same bytes. */
export const printDocument: DocumentPrinter = async (document) => {
  // Read when the first one is printed: most processes never print.
  const { default: Pdf } = await import('pdfkit');
  const doc: Doc = new Pdf({
    size: [page.width, page.height],
    margins: { top: margin, bottom: 0, left: margin, right: margin },
    bufferPages: true,
    font: require.resolve(fonts.normal),
    lang: 'en-GB',
    info: { Title: document.title, Author: 'MallHive', CreationDate: document.madeAt, ModDate: document.madeAt },
  });
  for (const [name, file] of Object.entries(fonts)) doc.registerFont(name, require.resolve(file));
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  draw(doc, document);
  doc.end();
  await done;
  return Buffer.concat(chunks);
};
