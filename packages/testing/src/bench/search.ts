import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { plainOpenSearch, plainPostgres } from './search/baselines.ts';
import { madeUpCatalogue, realCatalogue } from './search/catalogue.ts';
import { startEngines } from './search/engines.ts';
import { finderOf } from './search/finder.ts';
import { measure, type Quality } from './search/quality.ts';
import { type Kind, kinds, knownItems } from './search/queries.ts';
import { recordingSearch } from './search/recorder.ts';
import { openSearchSpeed, postgresSpeed, recordedBodies, type Speed, suggestSpeed } from './search/speed.ts';

const usage =
  'Usage: npm run bench:search -- [--data FILE.csv.gz] [--queries 400] [--only quality,speed] [--products 50000]';
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    queries: { type: 'string', default: '400' },
    products: { type: 'string', default: '50000' },
    only: { type: 'string', default: 'quality,speed' },
  },
});
const root = path.resolve(import.meta.dirname, '../../../..');
const beside = path.resolve(root, '../shared/data/online-retail.csv.gz');
const data = values.data ? path.resolve(values.data) : beside;

type Finding = Record<Kind, Quality>;
const figure = (value: number) => value.toFixed(3);

function qualityTable(found: Record<string, Finding>): string {
  const head = ['', ...kinds].map((title, index) => title.padEnd(index === 0 ? 24 : 22)).join('');
  const rows = Object.entries(found).map(([name, finding]) =>
    [
      name.padEnd(24),
      ...kinds.map((kind) =>
        `${figure(finding[kind].first)} ${figure(finding[kind].ten)} ${figure(finding[kind].mrr)}`.padEnd(22),
      ),
    ].join(''),
  );
  return [head, ...rows].join('\n');
}

/** What is wanted of both engines; each line says whether it holds. */
function verdicts(
  found: Record<string, Finding>,
  pairs: readonly [ours: string, plain: string][],
): [string, boolean][] {
  const ten = (name: string, kind: Kind) => found[name]?.[kind].ten ?? 0;
  const mean = (name: string) => kinds.reduce((sum, kind) => sum + (found[name]?.[kind].mrr ?? 0), 0) / kinds.length;
  return pairs.flatMap(([ours]): [string, boolean][] => [
    [`${ours}: exact, success@10 ${figure(ten(ours, 'exact'))} ≥ 0.99`, ten(ours, 'exact') >= 0.99],
    [`${ours}: one typo, success@10 ${figure(ten(ours, 'one typo'))} ≥ 0.95`, ten(ours, 'one typo') >= 0.95],
    ...pairs.map(([, plain]): [string, boolean] => [
      `${ours}: mean MRR ${figure(mean(ours))} above ${plain} ${figure(mean(plain))}`,
      mean(ours) > mean(plain),
    ]),
  ]);
}

async function quality(): Promise<boolean> {
  if (!existsSync(data)) {
    console.log(`The data set is not at ${data}. Name it with --data.\n${usage}`);
    return false;
  }
  const products = await realCatalogue(data);
  const items = knownItems(
    products.map(({ title }) => title),
    Number(values.queries),
  );
  console.log(`\nQuality: ${products.length} products, ${items.length} known-item queries: success@1, success@10, MRR`);
  const engines = await startEngines(products);
  try {
    const found = {
      PostgreSQL: await measure(finderOf(engines.postgres), items),
      OpenSearch: await measure(finderOf(engines.openSearch), items),
      'plain PostgreSQL': await measure(await plainPostgres(engines.db.pool, products), items),
      'plain OpenSearch BM25': await measure(await plainOpenSearch(engines.node.url, products), items),
    };
    console.log(`\n${qualityTable(found)}\n`);
    const lines = verdicts(found, [
      ['PostgreSQL', 'plain PostgreSQL'],
      ['OpenSearch', 'plain OpenSearch BM25'],
    ]);
    for (const [line, holds] of lines) console.log(`${holds ? '✓' : '✗'} ${line}`);
    return lines.every(([, holds]) => holds);
  } finally {
    await engines.stop();
  }
}

const speedLine = (name: string, { p50, p95 }: Speed) =>
  `${name.padEnd(30)} p50 ${p50.toFixed(1).padStart(7)} ms   p95 ${p95.toFixed(1).padStart(7)} ms`;

async function speed(): Promise<boolean> {
  const count = Number(values.products);
  console.log(`\nSpeed over ${count.toLocaleString('en-GB')} products of 3 variants, with facets`);
  const from = performance.now();
  const engines = await startEngines(madeUpCatalogue(count));
  console.log(`Both indexes were filled in ${((performance.now() - from) / 1000).toFixed(1)} s`);
  try {
    const postgres = await postgresSpeed(engines);
    const openSearch = await openSearchSpeed(engines, await recordedBodies(() => recordingSearch(engines)));
    console.log(speedLine('PostgreSQL search', postgres.ours));
    console.log(speedLine('  the bare SQL', postgres.raw));
    console.log(speedLine('OpenSearch search', openSearch.ours));
    console.log(speedLine('  the bare request', openSearch.raw));
    const typing = {
      postgres: await suggestSpeed(engines.postgres),
      openSearch: await suggestSpeed(engines.openSearch),
    };
    console.log(speedLine('PostgreSQL suggestions', typing.postgres));
    console.log(speedLine('OpenSearch suggestions', typing.openSearch));
    const lines: [string, boolean][] = [
      ...Object.entries({ PostgreSQL: postgres, OpenSearch: openSearch }).map(
        ([name, { ours, raw }]): [string, boolean] => [
          `${name}: p95 ${(ours.p95 / raw.p95).toFixed(2)} × the engine's own ≤ 1.5`,
          ours.p95 <= raw.p95 * 1.5,
        ],
      ),
      ...Object.entries(typing).map(([name, { p95 }]): [string, boolean] => [
        `${name}: suggestions p95 ${p95.toFixed(1)} ms ≤ 50 ms`,
        p95 <= 50,
      ]),
    ];
    for (const [line, holds] of lines) console.log(`${holds ? '✓' : '✗'} ${line}`);
    return lines.every(([, holds]) => holds);
  } finally {
    await engines.stop();
  }
}

const chosen = values.only.split(',');
const results = [chosen.includes('quality') ? await quality() : true, chosen.includes('speed') ? await speed() : true];
process.exitCode = results.every(Boolean) ? 0 : 1;
