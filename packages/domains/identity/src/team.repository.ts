import {
  appendAudit,
  appendEvents,
  type Database,
  type SqlTransaction,
  statement,
  withSqlTransaction,
} from '@mallhive/db';
import type { AuditEntry, DomainEvent, Locale } from '@mallhive/kernel';
import type { SellerRole } from './access.ts';
import { openPerson, type SealedPerson, sealedPerson, sealPerson } from './person.ts';
import type { Vault } from './vault/vault.ts';

const members = statement(
  'identity.team-members',
  `select u.id as "userId", ${sealedPerson}, m.role, m.created_at as since
   from identity.memberships m join identity.users u on u.id = m.user_id
   where m.seller_id = $1 order by m.created_at, u.id`,
);
const openInvitations = statement(
  'identity.open-invitations',
  `select i.id, i.email, i.role, i.invited_at as "invitedAt", i.expires_at as "expiresAt", s.data_key
   from identity.invitations i join identity.sellers s on s.id = i.seller_id
   where i.seller_id = $1 and i.accepted_at is null and i.revoked_at is null order by i.invited_at desc`,
);
/** Whoever changes a team holds its organisation's row: owners are counted without anybody leaving meanwhile. */
const lockSeller = statement('identity.lock-team', 'select data_key from identity.sellers where id = $1 for update');
const setDataKey = statement('identity.set-seller-data-key', 'update identity.sellers set data_key = $2 where id = $1');
const teamSize = statement(
  'identity.team-size',
  `select (select count(*) from identity.memberships where seller_id = $1) as members,
     (select count(*) from identity.memberships where seller_id = $1 and role = 'owner') as owners,
     (select count(*) from identity.invitations where seller_id = $1 and accepted_at is null and revoked_at is null) as open`,
);
const memberOf = statement(
  'identity.member-role',
  'select role from identity.memberships where seller_id = $1 and user_id = $2',
);
const memberByEmail = statement(
  'identity.member-by-email',
  `select 1 as found from identity.memberships m join identity.users u on u.id = m.user_id
   where m.seller_id = $1 and u.email_index = $2`,
);
const setRole = statement(
  'identity.set-member-role',
  'update identity.memberships set role = $3 where seller_id = $1 and user_id = $2',
);
const remove = statement(
  'identity.remove-member',
  'delete from identity.memberships where seller_id = $1 and user_id = $2',
);
const join = statement(
  'identity.join-team',
  `insert into identity.memberships (user_id, seller_id, role, created_at) values ($1, $2, $3, $4) on conflict do nothing`,
);
const upsertInvitation = statement(
  'identity.upsert-invitation',
  `insert into identity.invitations as i (id, seller_id, email, email_index, role, invited_by, invited_at, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (seller_id, email_index) where accepted_at is null and revoked_at is null
   do update set role = excluded.role, invited_by = excluded.invited_by, invited_at = excluded.invited_at,
     expires_at = excluded.expires_at
   returning id`,
);
const renew = statement(
  'identity.renew-invitation',
  `update identity.invitations set invited_at = $3, expires_at = $4
   where id = $1 and seller_id = $2 and accepted_at is null and revoked_at is null returning role`,
);
const revoke = statement(
  'identity.revoke-invitation',
  `update identity.invitations set revoked_at = $3
   where id = $1 and seller_id = $2 and accepted_at is null and revoked_at is null returning role`,
);
const invitation = statement(
  'identity.invitation',
  `select i.id, i.seller_id as "sellerId", i.email, i.email_index as "emailIndex", i.role, i.expires_at as "expiresAt",
     i.accepted_at as "acceptedAt", i.revoked_at as "revokedAt", s.name as organisation, s.data_key,
     coalesce((select u.locale from identity.users u where u.email_index = i.email_index), 'en') as locale
   from identity.invitations i join identity.sellers s on s.id = i.seller_id where i.id = $1`,
);
const accept = statement(
  'identity.accept-invitation',
  `update identity.invitations set accepted_at = $2
   where id = $1 and accepted_at is null and revoked_at is null and expires_at > $2 returning role`,
);
const emailIndexOf = statement(
  'identity.email-index-of',
  'select email_index as "emailIndex" from identity.users where id = $1 and disabled_at is null',
);
const insertUser = statement(
  'identity.insert-invited-user',
  `insert into identity.users (id, email, email_index, name, data_key, password_hash, created_at, password_changed_at, email_verified_at)
   values ($1, $2, $3, $4, $5, $6, $7, $7, $7) on conflict do nothing returning id`,
);
const verify = statement(
  'identity.verify-invited-user',
  'update identity.users set email_verified_at = $2 where id = $1 and email_verified_at is null',
);

export interface TeamSize {
  members: number;
  owners: number;
  open: number;
}
export interface Told {
  events: DomainEvent[];
  audit: AuditEntry[];
}
export interface InvitationRow {
  id: string;
  sellerId: string;
  organisation: string;
  email: string;
  emailIndex: string;
  role: SellerRole;
  /** Of the account with the address; English when there is none. */
  locale: Locale;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
}

export type TeamRepository = ReturnType<typeof createTeamRepository>;
const label = 'invitation.email';

export function createTeamRepository(db: Database, vault: Vault) {
  const tell = async (tx: SqlTransaction, { events, audit }: Told) => {
    await appendEvents(tx, 'identity', events);
    await appendAudit(tx, 'identity', audit);
  };
  const joined = async (tx: SqlTransaction, row: InvitationRow, userId: string, now: Date, told: Told) => {
    const taken = await tx.sql.maybe<{ role: SellerRole }>(accept, [row.id, now]);
    if (!taken) return false;
    await tx.sql.execute(join, [userId, row.sellerId, taken.role, now]);
    await tell(tx, told);
    return true;
  };

  return {
    members: async (sellerId: string) => {
      const rows = await db.sql.many<SealedPerson & { userId: string; role: SellerRole; since: Date }>(members, [
        sellerId,
      ]);
      return Promise.all(
        rows.map(async ({ userId, role, since, ...row }) => ({
          userId,
          role,
          since,
          ...(await openPerson(vault, row)),
        })),
      );
    },
    openInvitations: async (sellerId: string) => {
      type Row = { id: string; email: string; role: SellerRole; invitedAt: Date; expiresAt: Date; data_key: string };
      const rows = await db.sql.many<Row>(openInvitations, [sellerId]);
      const sealer = rows[0] ? await vault.with(rows[0].data_key) : null;
      return rows.map(({ data_key: _, ...row }) => ({ ...row, email: sealer?.open(label, row.email) ?? '' }));
    },

    /** `decide` sees the member's role and the team under the organisation's lock. Null: not a member; `to` null removes. */
    change: (
      sellerId: string,
      userId: string,
      to: SellerRole | null,
      decide: (role: SellerRole, size: TeamSize) => Told | null,
    ): Promise<'done' | 'missing'> =>
      withSqlTransaction(db, async (tx) => {
        await tx.sql.maybe(lockSeller, [sellerId]);
        const member = await tx.sql.maybe<{ role: SellerRole }>(memberOf, [sellerId, userId]);
        if (!member) return 'missing';
        const told = decide(member.role, await tx.sql.one<TeamSize>(teamSize, [sellerId]));
        if (!told) return 'done';
        if (to) await tx.sql.execute(setRole, [sellerId, userId, to]);
        else await tx.sql.execute(remove, [sellerId, userId]);
        await tell(tx, told);
        return 'done';
      }),

    /** One open invitation per address: inviting again renews it. `tell` is given the id that counts. */
    invite: (
      input: {
        id: string;
        sellerId: string;
        email: string;
        role: SellerRole;
        invitedBy: string;
        now: Date;
        expiresAt: Date;
      },
      maximum: number,
      told: (id: string) => Told,
    ): Promise<{ kind: 'invited'; id: string } | { kind: 'member' } | { kind: 'full' }> =>
      withSqlTransaction(db, async (tx) => {
        const seller = await tx.sql.one<{ data_key: string | null }>(lockSeller, [input.sellerId]);
        const index = await vault.emailIndex(input.email);
        if (await tx.sql.maybe(memberByEmail, [input.sellerId, index])) return { kind: 'member' };
        const { members: count, open } = await tx.sql.one<TeamSize>(teamSize, [input.sellerId]);
        if (count + open >= maximum) return { kind: 'full' };
        const sealer = seller.data_key ? await vault.with(seller.data_key) : await vault.create();
        if (!seller.data_key) await tx.sql.execute(setDataKey, [input.sellerId, sealer.dataKey]);
        const sealed = sealer.seal(label, input.email);
        const { sellerId, role, invitedBy, now, expiresAt } = input;
        const values = [input.id, sellerId, sealed, index, role, invitedBy, now, expiresAt];
        const { id } = await tx.sql.one<{ id: string }>(upsertInvitation, values);
        await tell(tx, told(id));
        return { kind: 'invited', id };
      }),

    /** False when it is not an open invitation of this organisation. */
    renew: (sellerId: string, id: string, now: Date, expiresAt: Date, told: Told) =>
      withSqlTransaction(db, async (tx) => {
        if (!(await tx.sql.maybe(renew, [id, sellerId, now, expiresAt]))) return false;
        await tell(tx, told);
        return true;
      }),
    revoke: (sellerId: string, id: string, now: Date, told: Told) =>
      withSqlTransaction(db, async (tx) => {
        if (!(await tx.sql.maybe(revoke, [id, sellerId, now]))) return false;
        await tell(tx, told);
        return true;
      }),

    invitation: async (id: string): Promise<InvitationRow | null> => {
      const row = await db.sql.maybe<InvitationRow & { data_key: string }>(invitation, [id]);
      if (!row) return null;
      const { data_key, ...rest } = row;
      return { ...rest, email: (await vault.with(data_key)).open(label, row.email) };
    },
    emailIndexOf: async (userId: string): Promise<string | null> =>
      (await db.sql.maybe<{ emailIndex: string }>(emailIndexOf, [userId]))?.emailIndex ?? null,

    /** Joins with the account of the invited address, which the link has verified. False when it was used or revoked meanwhile. */
    accept: (row: InvitationRow, userId: string, now: Date, told: Told) =>
      withSqlTransaction(db, async (tx) => {
        if (!(await joined(tx, row, userId, now, told))) return false;
        await tx.sql.execute(verify, [userId, now]);
        return true;
      }),
    /** The same with a new account. `exists`: the address has one. */
    acceptAsNew: async (
      row: InvitationRow,
      account: { id: string; name: string; passwordHash: string },
      now: Date,
      told: Told,
    ): Promise<'joined' | 'exists' | 'over'> => {
      const { email, emailIndex, name, dataKey } = await sealPerson(vault, { email: row.email, name: account.name });
      return withSqlTransaction(db, async (tx) => {
        const values = [account.id, email, emailIndex, name, dataKey, account.passwordHash, now];
        if (!(await tx.sql.maybe(insertUser, values))) return 'exists';
        if (!(await joined(tx, row, account.id, now, told))) throw new InvitationGone();
        return 'joined' as const;
      }).catch((error: unknown) => {
        if (error instanceof InvitationGone) return 'over' as const;
        throw error;
      });
    },
  };
}

/** Undoes the new account when its invitation turns out to be over. */
class InvitationGone extends Error {}
