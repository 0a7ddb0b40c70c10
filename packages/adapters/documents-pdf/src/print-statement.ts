import type { DocumentPrinter, StatementDocument } from '@mallhive/payments/ports';
import { type Doc, ink, line, margin, pdfOf, soft, type Weight } from './pdf.ts';

const page = { width: 841.89, height: 595.28 };
const width = page.width - 2 * margin;
const rowHeight = 17;

function drawRow(
  doc: Doc,
  columns: StatementDocument['columns'],
  cells: readonly string[],
  y: number,
  style: { font: Weight; color: string },
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

/** A month of a seller's books as PDF, A4 across. The same statement gives the same bytes. */
export const printStatement: DocumentPrinter = (document) =>
  pdfOf({ size: [page.width, page.height], title: document.title, language: 'en-GB', madeAt: document.madeAt }, (doc) =>
    draw(doc, document),
  );
