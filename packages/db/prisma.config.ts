import { defineConfig } from 'prisma/config';

/** Only `prisma generate` reads this; migrations run through packages/db/src/migrate.ts. */
export default defineConfig({
  schema: '../../prisma/schema',
  migrations: { path: '../../prisma/migrations' },
});
