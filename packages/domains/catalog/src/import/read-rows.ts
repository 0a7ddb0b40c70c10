import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { ObjectStorage } from '../media/ports.ts';

export interface SourceFile {
  fileKey: string;
  encoding: string;
  delimiter: string;
}
/** `row` is the record's number; the header is 1. */
export interface Row {
  row: number;
  cells: string[];
}

/** Thrown when the rest of a file makes no sense as CSV. */
export class BrokenFileError extends Error {
  readonly row: number;
  constructor(row: number, message: string) {
    super(message);
    this.row = row;
  }
}

async function* decoded(source: Readable, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

/** Every record of the file, the header first, however its lines end. Empty lines are nothing. */
export async function* readRows(
  storage: Pick<ObjectStorage, 'open'>,
  { fileKey, encoding, delimiter }: SourceFile,
): AsyncGenerator<Row> {
  const source = await storage.open(fileKey);
  if (!source) throw new Error(`The file ${fileKey} is gone`);
  const text = Readable.from(decoded(source, encoding));
  const parser = text.pipe(
    parse({
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 500_000,
    }),
  );
  text.on('error', (error) => parser.destroy(error));
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      yield { row, cells };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new BrokenFileError(row + 1, error.message);
    throw error;
  } finally {
    text.destroy();
    source.destroy();
  }
}
