import { compose } from '../compose.ts';
import { ConfigError, readConfig } from '../config.ts';
import { createProgress } from './import-progress.ts';

const usage = 'Usage: npm run search -- rebuild';
const page = 5_000;

/** `npm run search -- rebuild`: the index anew while searches go on; with OpenSearch both its index and PostgreSQL's. */
async function main(): Promise<void> {
  const [command, ...more] = process.argv.slice(2);
  if (command !== 'rebuild' || more.length > 0) throw new ConfigError(usage);
  const composition = compose({ ...readConfig(), logLevel: 'warn' });
  const progress = createProgress(process.stderr);
  try {
    const { catalog, search } = composition.facades;
    let total = 0;
    for (let after: string | null = null; ; ) {
      const ids: string[] = await catalog.publishedProductIds(after, page);
      total += ids.length;
      if (ids.length < page) break;
      after = ids.at(-1) ?? null;
    }
    const from = performance.now();
    progress.stage('Indexing', 'products');
    const { indexed, removed } = await search.rebuild((done) => progress.update(done, Math.max(total, done)));
    progress.end();
    const { name } = search.status();
    console.log(
      `${indexed.toLocaleString('en-GB')} products in ${name}, ${removed.toLocaleString('en-GB')} removed, ${((performance.now() - from) / 1000).toFixed(1)} s`,
    );
  } finally {
    await composition.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
});
