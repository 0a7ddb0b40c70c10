import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { explanations, ImportFileError, type ImportReport, readOnlineRetail, totals } from '@mallhive/importer';
import { compose } from '../compose.ts';
import { ConfigError, readConfig } from '../config.ts';
import { type ImportOutcome, importOnlineRetail } from './import-online-retail.ts';
import { createProgress, type Progress } from './import-progress.ts';

/** What the person can put right; shown without a stack. */
class UsageError extends Error {}

const usage = 'Usage: npm run import -- --source online-retail FILE.csv.gz';
const count = (value: number): string => value.toLocaleString('en-GB');

function readArguments(): { file: string } {
  const { values, positionals } = parseArgs({
    options: { source: { type: 'string' } },
    allowPositionals: true,
    strict: true,
  });
  const [file, ...more] = positionals;
  if (values.source !== 'online-retail') throw new UsageError(`The only source so far is online-retail.\n${usage}`);
  if (!file || more.length > 0) throw new UsageError(`Name one file.\n${usage}`);
  return { file };
}

async function readFile(file: string, progress: Progress) {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new UsageError(`There is no file ${file}`);
  progress.stage('Reading', 'bytes');
  let bytes = 0;
  const stream = createReadStream(file, { highWaterMark: 1 << 18 });
  stream.on('data', (chunk) => {
    bytes += chunk.length;
  });
  const data = await readOnlineRetail(stream, {
    compressed: file.endsWith('.gz'),
    onRows: () => progress.update(bytes, found.size),
  });
  progress.update(found.size, found.size);
  return data;
}

function describe(report: ImportReport, outcome: ImportOutcome): string {
  const { taken, refused } = totals(report);
  const rows = (counts: Record<string, number>): string[] =>
    Object.entries(counts)
      .filter(([, rowCount]) => rowCount > 0)
      .map(([key, rowCount]) => {
        const why = (explanations as Record<string, string>)[key] ?? '';
        return `  ${count(rowCount).padStart(9)}  ${key.padEnd(22)} ${why}`;
      });
  const { products, customers, orders } = outcome;
  return [
    '',
    `${count(report.rowsRead)} rows read`,
    `${count(taken)} taken`,
    ...rows(report.taken),
    `${count(refused)} refused`,
    ...rows(report.refused),
    '',
    `Products   ${count(products.created)} new, ${count(products.updated)} changed, ${count(products.unchanged)} as before`,
    `Customers  ${count(customers.created)} new, ${count(customers.known)} as before`,
    `Orders     ${count(orders.imported)} new, ${count(orders.known)} as before`,
  ].join('\n');
}

/** `npm run import`: a file of past orders becomes a shop with a catalogue, customers and a history. */
async function main(): Promise<void> {
  const from = performance.now();
  const { file } = readArguments();
  const config = readConfig();
  if (config.currency !== 'GBP')
    throw new UsageError(`The file's prices are in GBP, but SHOP_CURRENCY is ${config.currency}.`);
  const progress = createProgress(process.stderr);
  const data = await readFile(file, progress);
  const composition = compose({ ...config, logLevel: 'warn' });
  try {
    const outcome = await importOnlineRetail({ ...composition, currency: config.currency }, data, progress);
    console.log(describe(data.report, outcome));
    const matched = data.products.filter(({ categoryMatched }) => categoryMatched).length;
    console.log(
      `Categories ${((matched / Math.max(1, data.products.length)) * 100).toFixed(1)} % of products by rule\nTime       ${((performance.now() - from) / 1000).toFixed(1)} s`,
    );
  } finally {
    await composition.close();
  }
}

main().catch((error: unknown) => {
  const plain =
    error instanceof UsageError ||
    error instanceof ImportFileError ||
    error instanceof ConfigError ||
    (error instanceof TypeError && 'code' in error);
  console.error(plain ? `\n${error instanceof Error ? error.message : error}` : error);
  process.exitCode = 1;
});
