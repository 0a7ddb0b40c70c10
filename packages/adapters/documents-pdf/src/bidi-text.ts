import bidiFactory from 'bidi-js';
import type { Doc, Weight } from './pdf.ts';

const bidi = bidiFactory();
const arabic = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/;
/** They say in which direction to read, and have no picture. */
const marks = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/;
const marksAll = new RegExp(marks, 'g');

interface Run {
  text: string;
  level: number;
  arabic: boolean;
}

/** Something in it is read from the right. */
const fromTheRight = /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Pieces of one line in the order in which they stand on paper from left to right, each in one direction and one script. Its
 * first letter decides from where the line is read: an English name stays in order on an Arabic page.
 */
export function visualRuns(text: string): Run[] {
  if (!fromTheRight.test(text)) return [{ text: text.replace(marksAll, ''), level: 0, arabic: false }];
  const { levels } = bidi.getEmbeddingLevels(text);
  const runs: Run[] = [];
  for (const [index, character] of [...text].entries()) {
    const level = levels[index] ?? 0;
    if (marks.test(character)) continue;
    const last = runs.at(-1);
    // A space between two Arabic words belongs to them.
    const isArabic = arabic.test(character) || (character === ' ' && level % 2 === 1 && last?.arabic === true);
    if (last && last.level === level && last.arabic === isArabic) last.text += character;
    else runs.push({ text: character, level, arabic: isArabic });
  }
  const highest = Math.max(0, ...runs.map((run) => run.level));
  for (let level = highest; level > 0; level -= 1) {
    let start = 0;
    while (start < runs.length) {
      let end = start;
      while (end < runs.length && (runs[end]?.level ?? 0) >= level) end += 1;
      if (end > start) runs.splice(start, end - start, ...runs.slice(start, end).reverse());
      start = Math.max(end, start + 1);
    }
  }
  return runs.map((run) => (run.level % 2 === 1 && !run.arabic ? { ...run, text: mirrored(run.text) } : run));
}

/** Signs without a script of their own, in a text that is read from the right. */
const mirrored = (text: string): string =>
  [...text]
    .reverse()
    .map((character) => bidi.getMirroredCharacter(character) ?? character)
    .join('');

export interface Style {
  font: Weight;
  size: number;
  color: string;
}

/** Whole runs of Arabic are shaped at once: letters join and are put in order by the font. */
const optionsOf = (run: Run) => (run.arabic ? { features: [] } : {});
const fontOf = (run: Run, { font }: Style) => (run.arabic ? `${font}-arabic` : font);

export function widthOf(doc: Doc, text: string, style: Style): number {
  return visualRuns(text).reduce((sum, run) => {
    doc.font(fontOf(run, style)).fontSize(style.size);
    return sum + doc.widthOfString(run.text, optionsOf(run));
  }, 0);
}

/** Broken where words end, and inside a word that is too long by itself. At most `most` lines; the last one says when there was more. */
export function linesOf(
  doc: Doc,
  text: string,
  width: number,
  style: Style,
  most = Number.POSITIVE_INFINITY,
): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = current ? `${current} ${word}` : word;
    if (widthOf(doc, longer, style) <= width) {
      current = longer;
      continue;
    }
    if (current) lines.push(current);
    current = word;
    while (widthOf(doc, current, style) > width && current.length > 1) {
      let fits = current.length - 1;
      while (fits > 1 && widthOf(doc, current.slice(0, fits), style) > width) fits -= 1;
      lines.push(current.slice(0, fits));
      current = current.slice(fits);
    }
  }
  if (current) lines.push(current);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = kept[most - 1] ?? '';
  while (last && widthOf(doc, `${last}…`, style) > width) last = last.slice(0, -1);
  kept[most - 1] = `${last}…`;
  return kept;
}

/** One line at its baseline's top, at the left or the right end of a box. */
export function drawLine(
  doc: Doc,
  text: string,
  box: { x: number; y: number; width: number; align: 'left' | 'right' },
  style: Style,
): void {
  let x = box.align === 'left' ? box.x : box.x + box.width - widthOf(doc, text, style);
  for (const run of visualRuns(text)) {
    doc.font(fontOf(run, style)).fontSize(style.size).fillColor(style.color);
    // The two fonts stand on one baseline, whatever their heights.
    doc.text(run.text, x, box.y + style.size, { lineBreak: false, baseline: 'alphabetic', ...optionsOf(run) });
    x += doc.widthOfString(run.text, optionsOf(run));
  }
}
