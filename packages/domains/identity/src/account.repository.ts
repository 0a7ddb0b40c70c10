import {
  appendEvents,
  type Database,
  isUniqueViolation,
  type SqlTransaction,
  statement,
  withSqlTransaction,
} from '@mallhive/db';
import type { DomainEvent, Locale } from '@mallhive/kernel';
import { openPerson, type SealedPerson, sealedPerson, sealPerson } from './person.ts';
import { memberships } from './user.repository.ts';
import type { UserRow } from './user.ts';
import type { Vault } from './vault/vault.ts';

const columns = `u.id, ${sealedPerson}, u.locale, u.is_admin, u.email_verified_at, u.password_hash, u.disabled_at, u.password_changed_at,
  t.secret_sealed, t.confirmed_at as totp_at, ${memberships}`;

const byEmail = statement(
  'identity.account-by-email',
  `select ${columns} from identity.users u left join identity.totps t on t.user_id = u.id where u.email_index = $1`,
);
const byId = statement(
  'identity.account-by-id',
  `select ${columns} from identity.users u left join identity.totps t on t.user_id = u.id where u.id = $1`,
);
const contacts = statement(
  'identity.contacts',
  `select u.id as "userId", ${sealedPerson}, u.locale from identity.users u where u.id = any($1::uuid[]) and u.disabled_at is null`,
);
/** One statement, whether or not there is an account: its id when it is new, or whose address it is. */
const register = statement(
  'identity.register',
  `with made as (
     insert into identity.users (id, email, email_index, name, data_key, password_hash, created_at, password_changed_at, locale)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $10) on conflict do nothing returning id
   ), link as (
     insert into identity.one_time_links (id, kind, user_id, created_at, expires_at)
     select $8, 'verify_email', id, $7, $9 from made
   )
   select (select id from made) as created, (select id from identity.users where email_index = $3) as existing`,
);
const insertVouched = statement(
  'identity.insert-vouched-user',
  `insert into identity.users (id, email, email_index, name, data_key, created_at, email_verified_at, locale)
   values ($1, $2, $3, $4, $5, $6, $6, $7) on conflict do nothing returning id`,
);
const useLink = statement(
  'identity.use-link',
  `update identity.one_time_links set used_at = $2 where id = $1 and used_at is null and expires_at > $2 returning user_id`,
);
const verify = statement(
  'identity.verify-email',
  'update identity.users set email_verified_at = $2 where id = $1 and email_verified_at is null',
);
const setPassword = statement(
  'identity.set-password',
  'update identity.users set password_hash = $2, password_changed_at = $3 where id = $1 and disabled_at is null',
);
const rehash = statement(
  'identity.rehash-password',
  'update identity.users set password_hash = $3 where id = $1 and password_hash = $2',
);
const endSessions = statement(
  'identity.end-sessions',
  'update identity.sessions set revoked_at = $3 where user_id = $1 and revoked_at is null and id is distinct from $2::uuid',
);
/** Whoever had the account before may have asked for these. */
const closeLinks = statement(
  'identity.close-open-links',
  `update identity.one_time_links set expires_at = $2
   where user_id = $1 and kind in ('reset_password', 'change_email') and used_at is null and created_at < $2 and expires_at > $2`,
);
/** Ways in that were set up by somebody who had never shown that the address is theirs. */
const dropUnproven = statement(
  'identity.drop-unproven-ways-in',
  `with factor as (delete from identity.totps where user_id = $1),
     codes as (delete from identity.recovery_codes where user_id = $1)
   delete from identity.linked_accounts where user_id = $1`,
);
const setName = statement('identity.set-name', 'update identity.users set name = $2 where id = $1');
const setLocale = statement('identity.set-locale', 'update identity.users set locale = $2 where id = $1');
const setEmail = statement(
  'identity.set-email',
  'update identity.users set email = $2, email_index = $3, email_verified_at = $4 where id = $1 and disabled_at is null',
);
const keepOldAddress = statement(
  'identity.keep-old-address',
  'update identity.one_time_links set target_sealed = $2 where id = $1',
);

interface StoredAccount extends UserRow {
  password_hash: string | null;
  disabled_at: Date | null;
  password_changed_at: Date | null;
  secret_sealed: string | null;
  totp_at: Date | null;
  data_key: string;
  locale: Locale;
}
/** What decides whether somebody gets in. `totpSecret` is there only once the second factor is in force. */
export type Account = StoredAccount & { totpSecret: string | null };

export interface Registration {
  id: string;
  email: string;
  name: string;
  passwordHash: string;
  locale: Locale;
  now: Date;
  linkId: string;
  linkExpiresAt: Date;
}

export type AccountRepository = ReturnType<typeof createAccountRepository>;

export function createAccountRepository(db: Database, vault: Vault) {
  const open = async (row: (StoredAccount & SealedPerson) | null): Promise<Account | null> => {
    if (!row) return null;
    const sealer = await vault.with(row.data_key);
    const totpSecret = row.totp_at && row.secret_sealed ? sealer.open('totp', row.secret_sealed) : null;
    return { ...row, ...(await openPerson(vault, row)), totpSecret };
  };
  const endAll = (tx: SqlTransaction, userId: string, except: string | null, now: Date) =>
    tx.sql.execute(endSessions, [userId, except, now]);

  return {
    byEmail: async (email: string) => open(await db.sql.maybe(byEmail, [await vault.emailIndex(email)])),
    byId: async (id: string) => open(await db.sql.maybe(byId, [id])),

    /** Of accounts that are open, in no order. */
    contacts: async (ids: readonly string[]) =>
      Promise.all(
        (await db.sql.many<SealedPerson & { userId: string; locale: Locale }>(contacts, [ids])).map(async (row) => {
          const { email, name } = await openPerson(vault, row);
          return { userId: row.userId, email, name, locale: row.locale };
        }),
      ),

    /** Says in `event` which of the two happened; the number of statements is the same. */
    register: async (
      account: Registration,
      events: (outcome: { created: boolean; userId: string }) => DomainEvent[],
    ): Promise<void> => {
      const { id, passwordHash, locale, now, linkId, linkExpiresAt } = account;
      const { email, emailIndex, name, dataKey } = await sealPerson(vault, account);
      const values = [id, email, emailIndex, name, dataKey, passwordHash, now, linkId, linkExpiresAt, locale];
      await withSqlTransaction(db, async (tx) => {
        const { created, existing } = await tx.sql.one<{ created: string | null; existing: string | null }>(
          register,
          values,
        );
        await appendEvents(tx, 'identity', events({ created: created !== null, userId: created ?? existing ?? id }));
      });
    },

    /** An account that an issuer vouches for: no password, address verified. False when the address has one already. */
    insertVouched: async (
      tx: SqlTransaction,
      person: { id: string; email: string; name: string; locale: Locale; now: Date },
    ): Promise<boolean> => {
      const { email, emailIndex, name, dataKey } = await sealPerson(vault, person);
      const values = [person.id, email, emailIndex, name, dataKey, person.now, person.locale];
      return (await tx.sql.execute(insertVouched, values)) === 1;
    },

    /** False when the link was used meanwhile. */
    verifyEmail: (linkId: string, now: Date, event: (userId: string) => DomainEvent): Promise<boolean> =>
      withSqlTransaction(db, async (tx) => {
        const link = await tx.sql.maybe<{ user_id: string }>(useLink, [linkId, now]);
        if (!link) return false;
        const first = (await tx.sql.execute(verify, [link.user_id, now])) === 1;
        if (first) await appendEvents(tx, 'identity', [event(link.user_id)]);
        return true;
      }),

    /**
     * The way in by a mail's link: the address is verified by it, every session and every open link ends. If it was not
     * verified before, so do the second factor and linked accounts: somebody else may have opened the account. False when the link was used meanwhile. */
    resetPassword: (linkId: string, passwordHash: string, now: Date, events: (userId: string) => DomainEvent[]) =>
      withSqlTransaction(db, async (tx) => {
        const link = await tx.sql.maybe<{ user_id: string }>(useLink, [linkId, now]);
        if (!link || (await tx.sql.execute(setPassword, [link.user_id, passwordHash, now])) === 0) return false;
        const first = (await tx.sql.execute(verify, [link.user_id, now])) === 1;
        if (first) await tx.sql.execute(dropUnproven, [link.user_id]);
        await endAll(tx, link.user_id, null, now);
        await tx.sql.execute(closeLinks, [link.user_id, now]);
        await appendEvents(tx, 'identity', events(link.user_id));
        return true;
      }),

    changePassword: (userId: string, sessionId: string, passwordHash: string, now: Date, event: DomainEvent) =>
      withSqlTransaction(db, async (tx) => {
        await tx.sql.execute(setPassword, [userId, passwordHash, now]);
        await endAll(tx, userId, sessionId, now);
        await tx.sql.execute(closeLinks, [userId, now]);
        await appendEvents(tx, 'identity', [event]);
      }),

    /** Nothing, when the password was changed meanwhile. */
    rehash: (userId: string, before: string, after: string) => db.sql.execute(rehash, [userId, before, after]),

    endOtherSessions: (userId: string, sessionId: string, now: Date) =>
      db.sql.execute(endSessions, [userId, sessionId, now]),

    setName: async (account: { id: string; data_key: string }, name: string) => {
      await db.sql.execute(setName, [account.id, (await vault.with(account.data_key)).seal('name', name)]);
    },

    setLocale: (userId: string, locale: Locale) => db.sql.execute(setLocale, [userId, locale]),

    sealTarget: async (account: { data_key: string }, email: string) =>
      (await vault.with(account.data_key)).seal('link target', email),
    openTarget: async (account: { data_key: string }, sealed: string) =>
      (await vault.with(account.data_key)).open('link target', sealed),

    /** False when the link was used, or the new address has an account meanwhile. The link keeps the old address for the notice to it. */
    changeEmail: async (linkId: string, account: Account, email: string, now: Date, event: DomainEvent) => {
      const sealer = await vault.with(account.data_key);
      const index = await vault.emailIndex(email);
      return withSqlTransaction(db, async (tx) => {
        const link = await tx.sql.maybe(useLink, [linkId, now]);
        if (!link) return false;
        await tx.sql.execute(setEmail, [account.id, sealer.seal('email', email), index, now]);
        await tx.sql.execute(keepOldAddress, [linkId, sealer.seal('link target', account.email)]);
        await tx.sql.execute(closeLinks, [account.id, now]);
        await appendEvents(tx, 'identity', [event]);
        return true;
      }).catch((error: unknown) => {
        if (isUniqueViolation(error)) return false;
        throw error;
      });
    },
  };
}
