import { ensureDatabase, migrate } from '@mallhive/db/migrate';
import { z } from 'zod';

/** `DATABASE_URL=… node migrate`: brings the database to the schema of this build. */
const { DATABASE_URL } = z.object({ DATABASE_URL: z.url() }).parse(process.env);
await ensureDatabase(DATABASE_URL);
const applied = await migrate({ url: DATABASE_URL });
console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database is up to date.');
