import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';
import { buildOrders, type ImportedOrder } from './build-orders.ts';
import { buildProducts, type ImportedProduct } from './build-products.ts';
import { applyCancellations } from './cancellations.ts';
import { type Collected, createCollector } from './collector.ts';
import { ImportFileError } from './errors.ts';
import { checkReport, type ImportReport } from './report.ts';
import { checkHeader, parseRow } from './row.ts';

export interface OnlineRetail {
  report: ImportReport;
  products: ImportedProduct[];
  /** Known customers by their number in the file. */
  customers: string[];
  orderCount: number;
  orders(): Generator<ImportedOrder>;
}

async function collect(source: Readable, compressed: boolean, onRows: (rows: number) => void): Promise<Collected> {
  const collected = createCollector();
  const parser = parse({
    info: true,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 100_000,
  });
  const consume = async (rows: AsyncIterable<{ record: string[]; info: { lines: number } }>): Promise<void> => {
    let seenHeader = false;
    for await (const { record, info } of rows) {
      if (!seenHeader) {
        checkHeader(record);
        seenHeader = true;
        continue;
      }
      collected.add(parseRow(record, info.lines));
      if (collected.report.rowsRead % 5_000 === 0) onRows(collected.report.rowsRead);
    }
    if (!seenHeader) throw new ImportFileError(0, 'The file is empty');
  };
  try {
    if (compressed) await pipeline(source, createGunzip(), parser, consume);
    else await pipeline(source, parser, consume);
  } catch (error) {
    if (error instanceof CsvError) throw new ImportFileError(parser.info.lines, error.message);
    if (error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_'))
      throw new ImportFileError(0, `The file is not a complete gzip file (${error.message})`);
    throw error;
  }
  onRows(collected.report.rowsRead);
  return collected;
}

/** Reads and cleans the whole file, keeping numbers only. Throws ImportFileError, with the line, when it is not such a file. */
export async function readOnlineRetail(
  source: Readable,
  options: { compressed: boolean; onRows?: (rows: number) => void },
): Promise<OnlineRetail> {
  const data = await collect(source, options.compressed, options.onRows ?? (() => undefined));
  applyCancellations(data);
  const { products, codesWithoutName } = buildProducts(data);
  const customers = new Set<string>();
  let orderCount = 0;
  for (const order of buildOrders(data, codesWithoutName)) {
    orderCount += 1;
    if (order.customer) customers.add(order.customer);
  }
  return {
    report: checkReport(data.report),
    products,
    customers: [...customers],
    orderCount,
    orders: () => buildOrders(data, codesWithoutName),
  };
}
