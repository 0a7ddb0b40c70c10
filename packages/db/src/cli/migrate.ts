import { z } from 'zod';
import { ensureDatabase, migrate } from '../migrate.ts';

/** `DATABASE_URL=… node packages/db/src/cli/migrate.ts`: brings a database to the current schema. */
const { DATABASE_URL } = z.object({ DATABASE_URL: z.url() }).parse(process.env);
const started = performance.now();
await ensureDatabase(DATABASE_URL);
const applied = await migrate({ url: DATABASE_URL });
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(applied.length > 0 ? `Applied ${applied.join(', ')} in ${seconds} s.` : 'The database is up to date.');
