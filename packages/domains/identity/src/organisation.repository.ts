import {
  appendAudit,
  appendEvents,
  type Database,
  type SqlTransaction,
  statement,
  withSqlTransaction,
} from '@mallhive/db';
import type { AuditEntry, DomainEvent } from '@mallhive/kernel';
import type { SellerRole } from './access.ts';
import type { SellerStatus } from './contract-shapes.ts';
import type { Sealer, Vault } from './vault/vault.ts';

const columns = `s.id, s.slug, s.name, s.tagline, s.description, s.logo_url, s.banner_url, s.country, s.status, s.status_reason,
  s.status_changed_at, s.created_at, s.version, s.data_key, s.legal_name, s.contact_name, s.contact_email, s.contact_phone,
  s.postal_address, s.tax_number`;

const byId = statement('identity.organisation', `select ${columns} from identity.sellers s where s.id = $1`);
const lock = statement(
  'identity.lock-organisation',
  `select ${columns} from identity.sellers s where s.id = $1 for update`,
);
const slugUsed = statement('identity.slug-used', 'select 1 as used from identity.sellers where slug = $1');
const roleOf = statement(
  'identity.role-in-organisation',
  `select m.role, s.status from identity.memberships m join identity.sellers s on s.id = m.seller_id
   where m.seller_id = $1 and m.user_id = $2`,
);
const waiting = statement(
  'identity.applications-waiting',
  `select count(*) as n from identity.memberships m join identity.sellers s on s.id = m.seller_id
   where m.user_id = $1 and m.role = 'owner' and s.status in ('pending', 'rejected')`,
);
const insert = statement(
  'identity.insert-organisation',
  `insert into identity.sellers (id, slug, name, tagline, description, country, data_key, legal_name, contact_name, contact_email,
     contact_phone, postal_address, tax_number, created_at, updated_at, status_changed_at, terms_accepted_at, status)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, $14, $14, 'pending')
   on conflict do nothing returning id`,
);
const insertOwner = statement(
  'identity.insert-owner',
  `insert into identity.memberships (user_id, seller_id, role, created_at) values ($1, $2, 'owner', $3)`,
);
const update = statement(
  'identity.update-organisation',
  `update identity.sellers set name = $2, tagline = $3, description = $4, country = $5, data_key = $6, legal_name = $7,
     contact_name = $8, contact_email = $9, contact_phone = $10, postal_address = $11, tax_number = $12, updated_at = $13, version = version + 1
   where id = $1`,
);
const setStatus = statement(
  'identity.set-seller-status',
  `update identity.sellers set status = $2, status_reason = $3, status_changed_at = $4, version = version + 1 where id = $1`,
);
const pageColumns = `s.id as "sellerId", s.slug, s.name, s.country, s.status, s.created_at as "appliedAt",
  s.status_changed_at as "statusChangedAt",
  (select count(*) from identity.memberships m where m.seller_id = s.id) as "memberCount"`;
const matches = `($1::text is null or s.status = $1)
   and ($2::text is null or s.name ilike $2 or s.slug ilike $2)`;
const oldestFirst = statement(
  'identity.sellers-oldest-first',
  `select ${pageColumns} from identity.sellers s where ${matches}
     and ($3::timestamptz is null or (s.status_changed_at, s.id) > ($3, $4::uuid))
   order by s.status_changed_at, s.id limit $5`,
);
const newestFirst = statement(
  'identity.sellers-newest-first',
  `select ${pageColumns} from identity.sellers s where ${matches}
     and ($3::timestamptz is null or (s.status_changed_at, s.id) < ($3, $4::uuid))
   order by s.status_changed_at desc, s.id desc limit $5`,
);
const counts = statement(
  'identity.seller-counts',
  'select status, count(*) as n from identity.sellers group by status',
);
const manyById = statement(
  'identity.organisations',
  `select ${columns} from identity.sellers s where s.id = any($1::uuid[])`,
);
const names = statement('identity.seller-names', 'select id, name from identity.sellers where id = any($1::uuid[])');

interface Row {
  id: string;
  slug: string;
  name: string;
  tagline: string;
  description: string;
  logo_url: string;
  banner_url: string;
  country: string;
  status: SellerStatus;
  status_reason: string;
  status_changed_at: Date;
  created_at: Date;
  version: number;
  data_key: string | null;
  legal_name: string | null;
  contact_name: string | null;
  contact_email: string | null;
  contact_phone: string | null;
  postal_address: string | null;
  tax_number: string | null;
}

export interface Business {
  legalName: string;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
  postalAddress: string;
  taxNumber: string;
}
export interface Face {
  name: string;
  tagline: string;
  description: string;
  country: string;
}
export interface Organisation extends Face, Business {
  sellerId: string;
  slug: string;
  logoUrl: string;
  bannerUrl: string;
  status: SellerStatus;
  statusReason: string;
  statusChangedAt: Date;
  appliedAt: Date;
  version: number;
}
export interface SellerSummary {
  sellerId: string;
  slug: string;
  name: string;
  country: string;
  status: SellerStatus;
  appliedAt: Date;
  statusChangedAt: Date;
  memberCount: number;
}

/** What is written together with a change. */
export interface Told {
  events: DomainEvent[];
  audit: AuditEntry[];
}

export type OrganisationRepository = ReturnType<typeof createOrganisationRepository>;

export const businessFields = [
  'legalName',
  'contactName',
  'contactEmail',
  'contactPhone',
  'postalAddress',
  'taxNumber',
] as const;

function sealBusiness(sealer: Sealer, business: Business): string[] {
  return businessFields.map((field) => sealer.seal(`seller.${field}`, business[field]));
}

export function createOrganisationRepository(db: Database, vault: Vault) {
  const open = async (row: Row): Promise<Organisation> => {
    const sealer = row.data_key ? await vault.with(row.data_key) : null;
    const read = (field: keyof Business, sealed: string | null) =>
      sealer && sealed ? sealer.open(`seller.${field}`, sealed) : '';
    const { id: sellerId, slug, name, tagline, description, country, status, version } = row;
    return {
      ...{ sellerId, slug, name, tagline, description, country, status, version },
      logoUrl: row.logo_url,
      bannerUrl: row.banner_url,
      statusReason: row.status_reason,
      statusChangedAt: row.status_changed_at,
      appliedAt: row.created_at,
      legalName: read('legalName', row.legal_name),
      contactName: read('contactName', row.contact_name),
      contactEmail: read('contactEmail', row.contact_email),
      contactPhone: read('contactPhone', row.contact_phone),
      postalAddress: read('postalAddress', row.postal_address),
      taxNumber: read('taxNumber', row.tax_number),
    };
  };
  const tell = async (tx: SqlTransaction, { events, audit }: Told) => {
    await appendEvents(tx, 'identity', events);
    await appendAudit(tx, 'identity', audit);
  };

  return {
    find: async (sellerId: string): Promise<Organisation | null> => {
      const row = await db.sql.maybe<Row>(byId, [sellerId]);
      return row && open(row);
    },
    findMany: async (sellerIds: readonly string[]): Promise<Organisation[]> =>
      Promise.all((await db.sql.many<Row>(manyById, [sellerIds])).map(open)),
    slugUsed: async (slug: string): Promise<boolean> => (await db.sql.maybe(slugUsed, [slug])) !== null,
    /** Null for somebody who does not belong to it, and for an organisation that does not exist. */
    roleOf: (sellerId: string, userId: string) =>
      db.sql.maybe<{ role: SellerRole; status: SellerStatus }>(roleOf, [sellerId, userId]),

    /** False when id or slug is taken; nothing is written then. `waitingAtMost` is counted under the applicant's lock. */
    apply: async (
      userId: string,
      application: Face & Business & { id: string; slug: string },
      now: Date,
      told: Told,
    ): Promise<boolean> => {
      const sealer = await vault.create();
      const { id, slug, name, tagline, description, country } = application;
      const values = [
        id,
        slug,
        name,
        tagline,
        description,
        country,
        sealer.dataKey,
        ...sealBusiness(sealer, application),
        now,
      ];
      return withSqlTransaction(db, async (tx) => {
        if (!(await tx.sql.maybe(insert, values))) return false;
        await tx.sql.execute(insertOwner, [userId, id, now]);
        await tell(tx, told);
        return true;
      });
    },
    waiting: async (userId: string): Promise<number> => (await db.sql.one<{ n: number }>(waiting, [userId])).n,

    /** `decide` sees the row under its lock; what it throws undoes all. */
    update: (sellerId: string, fields: Face & Business, now: Date, decide: (before: Organisation) => Told) =>
      withSqlTransaction(db, async (tx) => {
        const row = await tx.sql.one<Row>(lock, [sellerId]);
        const told = decide(await open(row));
        const sealer = row.data_key ? await vault.with(row.data_key) : await vault.create();
        const { name, tagline, description, country } = fields;
        const values = [
          sellerId,
          name,
          tagline,
          description,
          country,
          sealer.dataKey,
          ...sealBusiness(sealer, fields),
          now,
        ];
        await tx.sql.execute(update, values);
        await tell(tx, told);
      }),

    /** Null when there is no such organisation. `decide` sees the row under its lock. */
    setStatus: (
      sellerId: string,
      reason: string,
      now: Date,
      decide: (before: Organisation) => Told & { to: SellerStatus },
    ): Promise<SellerStatus | null> =>
      withSqlTransaction(db, async (tx) => {
        const row = await tx.sql.maybe<Row>(lock, [sellerId]);
        if (!row) return null;
        const { to, ...told } = decide(await open(row));
        await tx.sql.execute(setStatus, [sellerId, to, reason, now]);
        await tell(tx, told);
        return to;
      }),

    page: (
      filter: { status: SellerStatus | null; query: string; after: { at: Date; id: string } | null; limit: number },
      order: 'oldest' | 'newest',
    ) => {
      const { status, query, after, limit } = filter;
      const pattern = query ? `%${query.replace(/[\\%_]/g, '\\$&')}%` : null;
      const values = [status, pattern, after?.at ?? null, after?.id ?? null, limit];
      return db.sql.many<SellerSummary>(order === 'oldest' ? oldestFirst : newestFirst, values);
    },
    counts: () => db.sql.many<{ status: SellerStatus; n: number }>(counts),
    names: (ids: readonly string[]) => db.sql.many<{ id: string; name: string }>(names, [ids]),
  };
}
