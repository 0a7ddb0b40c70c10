import { appendEvents, type Database, statement, withSqlTransaction } from '@mallhive/db';
import type { DomainEvent } from '@mallhive/kernel';
import { openPerson, type SealedPerson, sealedPerson } from './person.ts';
import type { Vault } from './vault/vault.ts';

const columns = `id, state, requested_at as "requestedAt", expires_at as "expiresAt", bytes`;
const insert = statement(
  'identity.insert-export',
  `insert into identity.data_exports (id, user_id, requested_at)
   select $1, $2, $3 where not exists (
     select from identity.data_exports where user_id = $2 and state <> 'failed' and requested_at > $4)
   on conflict do nothing returning id`,
);
const recent = statement(
  'identity.exports-of-user',
  `select ${columns} from identity.data_exports where user_id = $1 order by requested_at desc, id desc limit 10`,
);
const owner = statement(
  'identity.export-owner',
  `select u.id as "userId", u.data_key as "dataKey" from identity.data_exports e join identity.users u on u.id = e.user_id
   where e.id = $1 and e.state = 'preparing'`,
);
const complete = statement(
  'identity.complete-export',
  `update identity.data_exports set state = 'ready', content = $2, bytes = $3, expires_at = $4 where id = $1 and state = 'preparing'`,
);
const fail = statement(
  'identity.fail-export',
  `update identity.data_exports set state = 'failed' where id = $1 and state = 'preparing'`,
);
const content = statement(
  'identity.export-content',
  `select e.content, e.requested_at as "requestedAt", u.data_key as "dataKey"
   from identity.data_exports e join identity.users u on u.id = e.user_id
   where e.id = $1 and e.user_id = $2 and e.state = 'ready' and e.expires_at > $3`,
);
const removeOld = statement('identity.remove-exports', 'delete from identity.data_exports where expires_at <= $1');
const person = statement(
  'identity.person',
  `select ${sealedPerson}, u.locale as language, u.created_at as "createdAt", u.email_verified_at as "emailVerifiedAt", u.source,
     (select json_agg(json_build_object('provider', l.provider, 'linkedAt', l.linked_at)) from identity.linked_accounts l
       where l.user_id = u.id) as linked,
     (select json_agg(json_build_object('device', s.user_agent, 'signedInAt', s.created_at, 'lastUsedAt', s.last_used_at,
       'method', s.method) order by s.created_at) from identity.sessions s where s.user_id = u.id) as sessions,
     (select json_agg(json_build_object('organisation', o.name, 'role', m.role, 'since', m.created_at))
       from identity.memberships m join identity.sellers o on o.id = m.seller_id where m.user_id = u.id) as memberships,
     (select t.confirmed_at is not null from identity.totps t where t.user_id = u.id) as "secondFactor"
   from identity.users u where u.id = $1`,
);

export interface ExportRow {
  id: string;
  state: 'preparing' | 'ready' | 'failed';
  requestedAt: Date;
  expiresAt: Date | null;
  bytes: number | null;
}

interface PersonRow extends SealedPerson {
  language: string;
  createdAt: Date;
  emailVerifiedAt: Date | null;
  source: string | null;
  linked: unknown[] | null;
  sessions: unknown[] | null;
  memberships: unknown[] | null;
  secondFactor: boolean | null;
}

export type DataExportRepository = ReturnType<typeof createDataExportRepository>;
const label = 'data export';

export function createDataExportRepository(db: Database, vault: Vault) {
  return {
    /** Nothing new while one is being prepared, or was asked for after `since`. */
    request: (row: { id: string; userId: string; now: Date; since: Date }, event: DomainEvent): Promise<void> =>
      withSqlTransaction(db, async (tx) => {
        if (await tx.sql.maybe(insert, [row.id, row.userId, row.now, row.since]))
          await appendEvents(tx, 'identity', [event]);
      }),
    recent: (userId: string) => db.sql.many<ExportRow>(recent, [userId]),
    owner: (id: string) => db.sql.maybe<{ userId: string; dataKey: string }>(owner, [id]),
    complete: async (id: string, dataKey: string, text: string, expiresAt: Date): Promise<void> => {
      const sealed = (await vault.with(dataKey)).seal(label, text);
      await db.sql.execute(complete, [id, sealed, Buffer.byteLength(text), expiresAt]);
    },
    fail: async (id: string): Promise<void> => {
      await db.sql.execute(fail, [id]);
    },
    content: async (userId: string, id: string, now: Date): Promise<{ text: string; requestedAt: Date } | null> => {
      const row = await db.sql.maybe<{ content: string; requestedAt: Date; dataKey: string }>(content, [
        id,
        userId,
        now,
      ]);
      return row && { text: (await vault.with(row.dataKey)).open(label, row.content), requestedAt: row.requestedAt };
    },
    removeOld: (now: Date) => db.sql.execute(removeOld, [now]),

    /** What identity itself holds, addresses aside. Null when there is no such user. */
    person: async (userId: string) => {
      const row = await db.sql.maybe<PersonRow>(person, [userId]);
      if (!row) return null;
      const { createdAt, emailVerifiedAt, source, linked, sessions, memberships, secondFactor } = row;
      return {
        ...(await openPerson(vault, row)),
        since: createdAt.toISOString(),
        emailVerifiedAt: emailVerifiedAt?.toISOString() ?? null,
        importedFrom: source,
        secondFactor: secondFactor ?? false,
        linkedAccounts: linked ?? [],
        sessions: sessions ?? [],
        memberships: memberships ?? [],
      };
    },
  };
}
