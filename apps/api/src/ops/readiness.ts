import { type Database, statement } from '@mallhive/db';
import { readMigrations } from '@mallhive/db/migrate';
import type { InngestEdge } from '../inngest/register-inngest.ts';
import type { Check } from './register-health.ts';

const ping = statement('ready.ping', 'select 1');
const applied = statement(
  'ready.applied',
  'select migration_name as name from public._prisma_migrations where finished_at is not null and rolled_back_at is null',
);

/** What must hold before traffic is sent here. */
export function createReadiness(db: Database, inngest: InngestEdge): Record<string, Check> {
  let migrated = false;
  return {
    database: async () => {
      await db.sql.many(ping);
      return null;
    },
    migrations: async () => {
      if (migrated) return null;
      const known = new Set((await db.sql.many<{ name: string }>(applied)).map(({ name }) => name));
      const missing = (await readMigrations()).map(({ name }) => name).filter((name) => !known.has(name));
      migrated = missing.length === 0;
      return migrated ? null : `not applied: ${missing.join(', ')}`;
    },
    inngest: async () => (inngest.registered() ? null : 'the functions are not registered yet'),
  };
}
