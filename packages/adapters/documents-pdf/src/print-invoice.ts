import type { DocumentPrinter, PrintedDocument } from '@mallhive/orders/ports';
import { drawLine, linesOf, type Style } from './bidi-text.ts';
import { type Doc, ink, line, margin, pdfOf, soft, type Weight } from './pdf.ts';

const page = { width: 595.28, height: 841.89 };
const width = page.width - 2 * margin;
const bottom = page.height - margin - 26;
const lineHeight = 13;
const gap = 8;

type Column = PrintedDocument['columns'][number];

/** Draws in one direction: `x` counts from where reading begins. */
function createSheet(doc: Doc, direction: 'ltr' | 'rtl') {
  const rtl = direction === 'rtl';
  const style = (font: Weight, size: number, color: string): Style => ({ font, size, color });
  const left = (x: number, boxWidth: number) => (rtl ? page.width - x - boxWidth : x);
  const end = rtl ? ('left' as const) : ('right' as const);
  const start = rtl ? ('right' as const) : ('left' as const);
  return {
    style,
    /** Answers where it ended. */
    text(
      text: string,
      { x, y, width: boxWidth, align = 'start', most }: Box,
      look: Style,
      height = look.size + 4,
    ): number {
      const lines = linesOf(doc, text, boxWidth, look, most);
      for (const [index, one] of lines.entries()) {
        const box = { x: left(x, boxWidth), y: y + index * height, width: boxWidth };
        drawLine(doc, one, { ...box, align: align === 'end' ? end : start }, look);
      }
      return y + lines.length * height;
    },
    rule(y: number, from = margin, to = margin + width) {
      doc
        .moveTo(left(from, to - from), y)
        .lineTo(left(from, to - from) + (to - from), y)
        .lineWidth(0.6)
        .strokeColor(line)
        .stroke();
    },
  };
}
interface Box {
  x: number;
  y: number;
  width: number;
  align?: 'start' | 'end';
  /** Lines at most. */
  most?: number;
}
type Sheet = ReturnType<typeof createSheet>;

function placed(columns: readonly Column[], from: number, whole: number) {
  const sum = columns.reduce((total, column) => total + column.width, 0);
  let x = from;
  return columns.map((column) => {
    const cell = (column.width / sum) * whole;
    const at = { ...column, x, width: cell - gap };
    x += cell;
    return at;
  });
}

function drawHead(sheet: Sheet, { title, parties, facts }: PrintedDocument): number {
  const { style } = sheet;
  let y = sheet.text(title, { x: margin, y: margin, width }, style('strong', 20, ink)) + 14;
  const half = (width - 20) / 2;
  const ends = parties.map(({ label, lines }, index) => {
    const x = margin + index * (half + 20);
    let at = sheet.text(label, { x, y, width: half }, style('normal', 9, soft)) + 2;
    for (const [position, one] of lines.entries()) {
      const look = style(position === 0 ? 'strong' : 'normal', 10, ink);
      at = sheet.text(one, { x, y: at, width: half, most: 3 }, look);
    }
    return at;
  });
  y = Math.max(y, ...ends) + 14;
  for (const [label, value] of facts) {
    sheet.text(label, { x: margin, y, width: 120 }, style('normal', 9, soft));
    y = sheet.text(value, { x: margin + 126, y, width: width - 126, most: 2 }, style('normal', 9, ink));
  }
  return y + 16;
}

function draw(doc: Doc, document: PrintedDocument): void {
  const sheet = createSheet(doc, document.direction);
  const { style } = sheet;
  const columns = placed(document.columns, margin, width);
  let y = drawHead(sheet, document);
  const room = (height: number, onNew?: () => void) => {
    if (y + height <= bottom) return;
    doc.addPage();
    y = margin;
    onNew?.();
  };
  const header = () => {
    const ends = columns.map(({ label, x, width: cell, align }) =>
      sheet.text(label, { x, y, width: cell, align, most: 2 }, style('strong', 8.5, soft)),
    );
    y = Math.max(...ends) + 3;
    sheet.rule(y);
    y += 6;
  };
  header();
  for (const row of document.rows) {
    const heights = row.map(({ text, below }, index) => {
      const cell = columns[index]?.width ?? 0;
      const own = linesOf(doc, text, cell, style('normal', 9, ink), 4).length * lineHeight;
      return own + (below ? linesOf(doc, below, cell, style('normal', 8, soft), 2).length * (lineHeight - 1) : 0);
    });
    room(Math.max(...heights) + 4, header);
    for (const [index, { text, below }] of row.entries()) {
      const column = columns[index];
      if (!column) continue;
      const { x, width: cell, align } = column;
      const at = sheet.text(text, { x, y, width: cell, align, most: 4 }, style('normal', 9, ink), lineHeight);
      if (below) sheet.text(below, { x, y: at, width: cell, align, most: 2 }, style('normal', 8, soft), lineHeight - 1);
    }
    y += Math.max(...heights) + 4;
  }
  room(20 + document.totals.length * 18);
  sheet.rule(y + 2);
  y += 10;
  for (const { label, value, strong } of document.totals) {
    const look = style(strong ? 'strong' : 'normal', strong ? 12 : 10, ink);
    sheet.text(label, { x: margin + width * 0.4, y, width: width * 0.35 - gap }, look);
    sheet.text(value, { x: margin + width * 0.75, y, width: width * 0.25 - gap, align: 'end' }, look);
    y += look.size + 7;
  }
  const { breakdown } = document;
  const narrow = placed(breakdown.columns, margin, width * 0.55);
  room(40 + breakdown.rows.length * lineHeight);
  y += 12;
  const rows = [breakdown.columns.map(({ label }) => label), ...breakdown.rows];
  for (const [position, row] of rows.entries()) {
    for (const [index, { x, width: cell, align }] of narrow.entries()) {
      const look = style(position === 0 ? 'strong' : 'normal', 8.5, soft);
      sheet.text(row[index] ?? '', { x, y, width: cell, align, most: 1 }, look);
    }
    y += lineHeight;
  }
  y = sheet.text(document.note, { x: margin, y: y + 6, width }, style('normal', 8.5, soft));
  const { count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(index);
    const say = document.page.replace('{page}', String(index + 1)).replace('{pages}', String(count));
    const at = { x: margin, y: page.height - margin - 8, width, align: 'end' as const, most: 1 };
    sheet.text(`${document.title} · ${say}`, at, style('normal', 8, soft));
  }
}

/** An invoice or credit note as PDF, A4, in its language and direction. The same document gives the same bytes. */
export const printInvoice: DocumentPrinter = (document) => {
  const { title, language, madeAt } = document;
  return pdfOf({ size: [page.width, page.height], title, language, madeAt }, (doc) => draw(doc, document));
};
