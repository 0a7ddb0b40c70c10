import { createDatabase } from '@mallhive/db';
import { createSearch } from '@mallhive/search';
import { fakeProductSource } from '@mallhive/search/testing';

/** In a process of its own, so that its memory is that of the computation: everything anew, in the database of `argv`. */
const db = createDatabase({ url: process.argv[2] ?? '', statementTimeoutMs: 0 });
const search = createSearch({ db, source: fakeProductSource().source });
const from = performance.now();
const cpu = process.cpuUsage();
const { rails } = await search.refreshRecommendations();
const { user, system } = process.cpuUsage(cpu);
const { maxRSS } = process.resourceUsage();
await search.close();
await db.close();
process.stdout.write(
  JSON.stringify({
    rails,
    seconds: (performance.now() - from) / 1_000,
    cpuSeconds: (user + system) / 1e6,
    megabytes: maxRSS / 1_024,
  }),
);
