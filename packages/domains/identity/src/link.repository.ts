import { appendEvents, type Database, statement, withSqlTransaction } from '@mallhive/db';
import type { DomainEvent } from '@mallhive/kernel';

const insertFor = statement(
  'identity.insert-link',
  `insert into identity.one_time_links (id, kind, user_id, target_sealed, created_at, expires_at)
   select $1, $2, u.id, $4, $5, $6 from identity.users u where u.id = $3 and u.disabled_at is null`,
);
const open = statement(
  'identity.open-link',
  `select id, kind, user_id as "userId", target_sealed as "targetSealed", used_at as "usedAt"
   from identity.one_time_links where id = $1 and expires_at > $2`,
);
/** The latest word counts: asking again makes earlier links of the kind worthless. */
const closeOthers = statement(
  'identity.close-links',
  'update identity.one_time_links set expires_at = $4 where user_id = $1 and kind = $2 and id <> $3 and used_at is null and expires_at > $4 and created_at < $4',
);
const removeOld = statement('identity.remove-links', 'delete from identity.one_time_links where expires_at < $1');

export type LinkKind = 'verify_email' | 'reset_password' | 'change_email';

export interface LinkRow {
  id: string;
  kind: LinkKind;
  userId: string;
  targetSealed: string | null;
  usedAt: Date | null;
}

export interface NewLink {
  id: string;
  kind: LinkKind;
  userId: string | null;
  targetSealed: string | null;
  createdAt: Date;
  expiresAt: Date;
}

export type LinkRepository = ReturnType<typeof createLinkRepository>;

export function createLinkRepository(db: Database) {
  return {
    /** Without a user nothing is stored, with the same statements: what was asked for looks the same from outside. */
    insert: (link: NewLink, event: DomainEvent) =>
      withSqlTransaction(db, async (tx) => {
        const { id, kind, userId, targetSealed, createdAt, expiresAt } = link;
        await tx.sql.execute(closeOthers, [userId, kind, id, createdAt]);
        await tx.sql.execute(insertFor, [id, kind, userId, targetSealed, createdAt, expiresAt]);
        await appendEvents(tx, 'identity', [event]);
      }),
    /** Used ones too, until they are over. */
    open: (id: string, now: Date) => db.sql.maybe<LinkRow>(open, [id, now]),
    removeOld: (before: Date) => db.sql.execute(removeOld, [before]),
  };
}
