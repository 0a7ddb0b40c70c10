import { appendEvents, type Database, statement, withSqlTransaction } from '@mallhive/db';
import type { DomainEvent } from '@mallhive/kernel';
import { type Person, sealPerson } from './person.ts';
import type { Vault } from './vault/vault.ts';

const upsertSellers = statement(
  'identity.upsert-sellers',
  `insert into identity.sellers as s (id, slug, name, tagline, description, logo_url, banner_url, country, created_at, updated_at,
     status, status_changed_at)
   select d.id, d.slug, d.name, d.tagline, d.description, d.logo_url, d.banner_url, d.country, d.created_at, $2, d.status, d.created_at
   from jsonb_to_recordset($1::jsonb) as d(id uuid, slug text, name text, tagline text, description text,
     logo_url text, banner_url text, country text, created_at timestamptz, status text)
   on conflict (slug) do update set name = excluded.name, tagline = excluded.tagline, description = excluded.description,
     logo_url = excluded.logo_url, banner_url = excluded.banner_url, country = excluded.country, updated_at = $2
   where (s.name, s.tagline, s.description, s.logo_url, s.banner_url, s.country)
     is distinct from (excluded.name, excluded.tagline, excluded.description, excluded.logo_url, excluded.banner_url, excluded.country)
   returning id, slug`,
);
const sellerIds = statement(
  'identity.seller-ids',
  'select id, slug from identity.sellers where slug = any($1::text[])',
);
const dataKeys = statement(
  'identity.data-keys-by-email',
  `select email_index, data_key from identity.users where email_index = any($1::text[])`,
);
const upsertUsers = statement(
  'identity.upsert-users',
  // Should somebody register meanwhile, their data key is another than the one the name was sealed with: the name waits.
  `insert into identity.users as u (id, email, email_index, name, data_key, password_hash, is_admin, created_at, email_verified_at)
   select d.id, d.email, d.email_index, d.name, d.data_key, d.password_hash, d.is_admin, $2, $2
   from jsonb_to_recordset($1::jsonb) as d(id uuid, email text, email_index text, name text, data_key text,
     password_hash text, is_admin boolean)
   on conflict (email_index) do update set password_hash = excluded.password_hash, is_admin = excluded.is_admin,
     name = case when u.data_key = excluded.data_key then excluded.name else u.name end,
     email_verified_at = coalesce(u.email_verified_at, excluded.email_verified_at)
   returning id, email_index`,
);
const upsertMemberships = statement(
  'identity.upsert-memberships',
  `insert into identity.memberships (user_id, seller_id, role, created_at)
   select d.user_id, d.seller_id, d.role, $2
   from jsonb_to_recordset($1::jsonb) as d(user_id uuid, seller_id uuid, role text)
   on conflict (user_id, seller_id) do update set role = excluded.role`,
);
const insertCustomers = statement(
  'identity.insert-customers',
  `with drafts as (
     select * from jsonb_to_recordset($1::jsonb) as d(id uuid, email text, email_index text, name text, data_key text,
       source text, source_ref text)
   ), inserted as (
     insert into identity.users (id, email, email_index, name, data_key, source, source_ref, created_at)
     select id, email, email_index, name, data_key, source, source_ref, $2 from drafts
     on conflict do nothing returning id, source, source_ref
   )
   select id, source, source_ref, true as created from inserted
   union all
   select u.id, d.source, d.source_ref, false
   from drafts d join identity.users u on (u.source = d.source and u.source_ref = d.source_ref) or u.email_index = d.email_index`,
);

export interface SellerRow {
  id: string;
  slug: string;
  name: string;
  tagline: string;
  description: string;
  logo_url: string;
  banner_url: string;
  country: string;
  created_at: Date;
  status: string;
}
export interface BulkUserRow {
  id: string;
  email: string;
  name: string;
  password_hash: string;
  is_admin: boolean;
}
export interface CustomerRow {
  id: string;
  email: string;
  name: string;
  source: string;
  source_ref: string;
}

export type BulkRepository = ReturnType<typeof createBulkRepository>;

/** Many rows in a few statements, for seed and import. */
export function createBulkRepository(db: Database, vault: Vault) {
  const sealAll = <Row extends Person>(rows: readonly Row[]) =>
    Promise.all(
      rows.map(async (row) => {
        const { email, emailIndex, name, dataKey } = await sealPerson(vault, row);
        return { ...row, email, email_index: emailIndex, name, data_key: dataKey };
      }),
    );
  return {
    /** Answers the id of every slug, and announces those that are new or changed. */
    upsertSellers: (rows: SellerRow[], now: Date, event: (row: SellerRow) => DomainEvent) =>
      withSqlTransaction(db, async (tx) => {
        const written = await tx.sql.many<{ id: string; slug: string }>(upsertSellers, [JSON.stringify(rows), now]);
        const changed = new Map(written.map(({ slug, id }) => [slug, id]));
        const events = rows.flatMap((row) => {
          const id = changed.get(row.slug);
          return id ? [event({ ...row, id })] : [];
        });
        await appendEvents(tx, 'identity', events);
        const slugs = rows.map(({ slug }) => slug);
        return tx.sql.many<{ id: string; slug: string }>(sellerIds, [slugs]);
      }),

    sellerIds: (slugs: string[]) => db.sql.many<{ id: string; slug: string }>(sellerIds, [slugs]),

    upsertUsers: async (
      rows: BulkUserRow[],
      memberships: { email: string; seller_id: string; role: string }[],
      now: Date,
    ): Promise<{ id: string; email: string }[]> => {
      const fresh = await sealAll(rows);
      const emails = new Map(fresh.map(({ email_index }, index) => [email_index, rows[index]?.email ?? '']));
      const known = await db.sql.many<{ email_index: string; data_key: string }>(dataKeys, [[...emails.keys()]]);
      const keys = new Map(known.map(({ email_index, data_key }) => [email_index, data_key]));
      const sealed = await Promise.all(
        fresh.map(async (row, index) => {
          const key = keys.get(row.email_index);
          if (!key) return row;
          return { ...row, data_key: key, name: (await vault.with(key)).seal('name', rows[index]?.name ?? '') };
        }),
      );
      return withSqlTransaction(db, async (tx) => {
        const written = await tx.sql.many<{ id: string; email_index: string }>(upsertUsers, [
          JSON.stringify(sealed),
          now,
        ]);
        const users = written.map(({ id, email_index }) => ({ id, email: emails.get(email_index) ?? '' }));
        const ids = new Map(users.map(({ email, id }) => [email, id]));
        const resolved = memberships.map(({ email, ...rest }) => ({ ...rest, user_id: ids.get(email) }));
        await tx.sql.execute(upsertMemberships, [JSON.stringify(resolved), now]);
        return users;
      });
    },

    /** A customer whose e-mail address has an account already is that account. */
    insertCustomers: async (rows: CustomerRow[], now: Date) =>
      db.sql.many<{ id: string; source: string; source_ref: string; created: boolean }>(insertCustomers, [
        JSON.stringify(await sealAll(rows)),
        now,
      ]),
  };
}
