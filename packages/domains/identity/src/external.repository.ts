import { appendEvents, type Database, statement, withSqlTransaction } from '@mallhive/db';
import type { DomainEvent, Locale } from '@mallhive/kernel';
import type { AccountRepository } from './account.repository.ts';
import type { Vault } from './vault/vault.ts';

const ownerOf = statement(
  'identity.owner-of-linked-account',
  'select user_id from identity.linked_accounts where provider = $1 and subject = $2',
);
const insert = statement(
  'identity.insert-linked-account',
  `insert into identity.linked_accounts (provider, subject, user_id, email_sealed, linked_at) values ($1, $2, $3, $4, $5)
   on conflict do nothing`,
);
/** Its user must keep a way in: a password, or another linked account. The row of the user serialises two removals. */
const lockUser = statement(
  'identity.lock-user',
  'select password_hash is not null as has_password from identity.users where id = $1 for update',
);
const providersOf = statement(
  'identity.providers-of-user',
  'select provider from identity.linked_accounts where user_id = $1',
);
const remove = statement(
  'identity.remove-linked-account',
  'delete from identity.linked_accounts where user_id = $1 and provider = $2',
);
const dataKey = statement('identity.data-key', 'select data_key from identity.users where id = $1');
const allow = statement(
  'identity.allow-link',
  'update identity.sessions set link_provider = $3, link_until = $4 where id = $1 and user_id = $2 and revoked_at is null',
);
/** Works once. */
const takeAllowed = statement(
  'identity.take-allowed-link',
  `update identity.sessions set link_provider = null, link_until = null
   where id = $1 and link_provider = $2 and link_until > $3 and revoked_at is null and expires_at > $3 returning user_id`,
);

export interface LinkedAccount {
  provider: string;
  email: string;
  linkedAt: Date;
}

export interface Vouched {
  provider: string;
  subject: string;
  email: string | null;
}

export type ExternalRepository = ReturnType<typeof createExternalRepository>;

export function createExternalRepository(db: Database, vault: Vault) {
  const sealEmail = async (key: string, email: string | null) =>
    email ? (await vault.with(key)).seal('linked email', email) : '';
  return {
    ownerOf: async ({ provider, subject }: Vouched): Promise<string | null> =>
      (await db.sql.maybe<{ user_id: string }>(ownerOf, [provider, subject]))?.user_id ?? null,

    /** A new account with its link. False when the address or the link is taken meanwhile. */
    createUser: (
      accounts: AccountRepository,
      vouched: Vouched & { email: string },
      person: { id: string; name: string; locale: Locale; now: Date },
      events: DomainEvent[],
    ): Promise<boolean> =>
      withSqlTransaction(db, async (tx) => {
        const { provider, subject, email } = vouched;
        if (!(await accounts.insertVouched(tx, { ...person, email }))) return false;
        const { data_key } = await tx.sql.one<{ data_key: string }>(dataKey, [person.id]);
        const values = [provider, subject, person.id, await sealEmail(data_key, email), person.now];
        if ((await tx.sql.execute(insert, values)) === 0) throw new LinkTaken();
        await appendEvents(tx, 'identity', events);
        return true;
      }).catch((error: unknown) => {
        if (error instanceof LinkTaken) return false;
        throw error;
      }),

    /** False when the outside account belongs to somebody already, or this user has another one of the provider. */
    link: async (userId: string, vouched: Vouched, now: Date, event: DomainEvent): Promise<boolean> => {
      const { data_key } = await db.sql.one<{ data_key: string }>(dataKey, [userId]);
      const email = await sealEmail(data_key, vouched.email);
      return withSqlTransaction(db, async (tx) => {
        const written = await tx.sql.execute(insert, [vouched.provider, vouched.subject, userId, email, now]);
        if (written === 1) await appendEvents(tx, 'identity', [event]);
        return written === 1;
      });
    },

    unlink: (userId: string, provider: string, event: DomainEvent): Promise<'done' | 'absent' | 'last'> =>
      withSqlTransaction(db, async (tx) => {
        const user = await tx.sql.one<{ has_password: boolean }>(lockUser, [userId]);
        const providers = (await tx.sql.many<{ provider: string }>(providersOf, [userId])).map((row) => row.provider);
        if (!providers.includes(provider)) return 'absent';
        if (!user.has_password && providers.length === 1) return 'last';
        await tx.sql.execute(remove, [userId, provider]);
        await appendEvents(tx, 'identity', [event]);
        return 'done';
      }),

    allow: (userId: string, sessionId: string, provider: string, until: Date) =>
      db.sql.execute(allow, [sessionId, userId, provider, until]),
    /** Whose account the session may link to the provider now. */
    takeAllowed: async (sessionId: string, provider: string, now: Date): Promise<string | null> =>
      (await db.sql.maybe<{ user_id: string }>(takeAllowed, [sessionId, provider, now]))?.user_id ?? null,
  };
}

class LinkTaken extends Error {}
