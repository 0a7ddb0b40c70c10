import type { z } from 'zod';
import type { Access } from './access.ts';
import type { AuditLogRepository } from './audit-log.repository.ts';
import type { auditLogOfAllInput, auditLogOutput } from './contract-organisations.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { OrganisationRepository } from './organisation.repository.ts';

interface Dependencies {
  log: AuditLogRepository;
  organisations: OrganisationRepository;
  access: Access;
}
type Filter = z.output<typeof auditLogOfAllInput>;
type Page = z.output<typeof auditLogOutput>;

/** All domains' entries as one log: each is asked for its next page, and the newest of all of them are the page. */
async function read({ log, organisations }: Dependencies, input: Filter): Promise<Page> {
  const { limit, cursor, since, until, domain, ...filter } = input;
  const rows = await log.newest(domain ?? null, {
    ...filter,
    since: since ? new Date(since) : undefined,
    until: until ? new Date(until) : undefined,
    after: readCursor(cursor) ?? undefined,
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const ids = (pick: (row: (typeof page)[number]) => string | null) => [
    ...new Set(page.flatMap((row) => pick(row) ?? [])),
  ];
  const [people, sellers] = await Promise.all([
    log.names(ids(({ actorUserId }) => actorUserId)),
    organisations.names(ids(({ sellerId }) => sellerId)),
  ]);
  const sellerNames = new Map(sellers.map(({ id, name }) => [id, name]));
  return {
    items: page.map(({ actorUserId, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      actor: actorUserId ? { userId: actorUserId, name: people.get(actorUserId) ?? '' } : null,
      sellerName: row.sellerId ? (sellerNames.get(row.sellerId) ?? null) : null,
    })),
    nextCursor: rows.length > limit && last ? writeCursor(last) : null,
  };
}

/** Of one organisation, for its owners. */
export function createReadAuditLog(deps: Dependencies) {
  return async (userId: string, input: Filter & { sellerId: string }): Promise<Page> => {
    await deps.access.owner(input.sellerId, userId);
    return read(deps, input);
  };
}

/** Of everything, for administrators. */
export function createReadAuditLogOfAll(deps: Dependencies) {
  return (input: Filter): Promise<Page> => read(deps, input);
}
