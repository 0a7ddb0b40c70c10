import { type Database, readAudit, statement } from '@mallhive/db';
import type { AuditFilter, AuditRow } from '@mallhive/kernel';
import { openPerson, type SealedPerson, sealedPerson } from './person.ts';
import type { AuditSource } from './ports.ts';
import type { Vault } from './vault/vault.ts';

const names = statement(
  'identity.names-by-id',
  `select u.id, ${sealedPerson} from identity.users u where u.id = any($1::uuid[])`,
);

export type AuditLogRepository = ReturnType<typeof createAuditLogRepository>;

/** @param others the logs of the other domains, by name. */
export function createAuditLogRepository(db: Database, vault: Vault, others: Readonly<Record<string, AuditSource>>) {
  const own: AuditSource = (filter) => readAudit(db, 'identity', filter);
  const sources = new Map(Object.entries({ ...others, identity: own }));
  return {
    /** Newest first. An unknown domain has no entries. */
    newest: async (domain: string | null, filter: AuditFilter): Promise<AuditRow[]> => {
      const asked = domain ? [sources.get(domain) ?? []].flat() : [...sources.values()];
      const pages = await Promise.all(asked.map((source) => source(filter)));
      return pages
        .flat()
        .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
        .slice(0, filter.limit);
    },
    names: async (ids: readonly string[]): Promise<Map<string, string>> => {
      const rows = await db.sql.many<SealedPerson & { id: string }>(names, [ids]);
      return new Map(
        await Promise.all(rows.map(async (row) => [row.id, (await openPerson(vault, row)).name] as const)),
      );
    },
  };
}
