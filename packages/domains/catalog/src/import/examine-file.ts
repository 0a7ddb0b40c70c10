import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { parse } from 'csv-parse/sync';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** What an uploaded file turned out to be, learnt while it passes by. */
export interface Examined {
  bytes: number;
  encoding: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';
  /** Line ends outside quotation marks; about the rows. */
  lines: number;
  sha256: string;
}

const quote = 0x22;
const newline = 0x0a;

/**
 * Passes a file on and looks at it: how long, in which encoding (a byte order mark decides, then whether it is UTF-8 from
 * end to end), how many lines. Beyond `maximumBytes` it fails with what `tooLarge` makes.
 */
export function examineFile(
  maximumBytes: number,
  tooLarge: () => Error,
): { stream: Transform; result: () => Examined } {
  const hash = createHash('sha256');
  const strict = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  let lines = 0;
  let quoted = false;
  let last = newline;
  let utf8 = true;
  let mark = Buffer.alloc(0);
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maximumBytes) return done(tooLarge());
      hash.update(chunk);
      if (mark.length < 3) mark = Buffer.concat([mark, chunk.subarray(0, 3)]);
      if (utf8) {
        try {
          strict.decode(chunk, { stream: true });
        } catch {
          utf8 = false;
        }
      }
      for (const byte of chunk) {
        if (byte === quote) quoted = !quoted;
        else if (byte === newline && !quoted && last !== newline) lines += 1;
        if (byte !== 0x0d && byte !== 0) last = byte;
      }
      done(null, chunk);
    },
    flush(done) {
      try {
        strict.decode();
      } catch {
        utf8 = false;
      }
      if (last !== newline) lines += 1;
      done();
    },
  });
  const encoding = (): Examined['encoding'] => {
    if (mark[0] === 0xff && mark[1] === 0xfe) return 'utf-16le';
    if (mark[0] === 0xfe && mark[1] === 0xff) return 'utf-16be';
    return utf8 ? 'utf-8' : 'windows-1252';
  };
  return { stream, result: () => ({ bytes, encoding: encoding(), lines, sha256: hash.digest('hex') }) };
}

/** The first rows with each delimiter: the right one gives the same number of cells, more than one, row after row. */
export function guessDelimiter(beginning: string): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: -1 };
  for (const delimiter of delimiters) {
    const rows = firstRows(beginning, delimiter, 12);
    const width = rows[0]?.length ?? 0;
    const same = rows.filter((row) => row.length === width).length;
    const score = width > 1 ? width * (same / rows.length) ** 2 : 0;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Rows at the beginning of a text that may end in the middle of one. */
export function firstRows(beginning: string, delimiter: string, count: number): string[][] {
  for (let text = beginning; text.length > 0; text = text.slice(0, Math.max(0, text.lastIndexOf('\n')))) {
    try {
      const rows: string[][] = parse(text, {
        delimiter,
        bom: true,
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        to: count,
      });
      return rows;
    } catch {
      if (!text.includes('\n')) return [];
    }
  }
  return [];
}
