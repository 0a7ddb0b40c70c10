import pg from 'pg';
import { invariants, violations } from './invariants.ts';

/** `npm run prove -- invariants`: the facts that no shop may break, asked of the database of DATABASE_URL. */
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
try {
  // One snapshot, so that a shop that runs is not seen half way through a change.
  await client.query('begin isolation level repeatable read read only');
  const moving = process.argv.includes('--running');
  const when = moving ? 'always' : 'settled';
  const broken = await violations(async (text) => (await client.query(text)).rows, when);
  for (const { invariant, what } of broken) console.log(`  ✗ ${invariant}: ${what.join(', ')}`);
  const asked = invariants.filter((invariant) => !moving || invariant.when === 'always').length;
  console.log(`${asked - broken.length} of ${asked} invariants hold`);
  process.exitCode = broken.length === 0 ? 0 : 1;
} finally {
  await client.end();
}
