import { type Database, statement } from '@mallhive/db';
import type { LinkedAccount } from './external.repository.ts';
import type { Vault } from './vault/vault.ts';

/** All that the security page shows, in one statement. */
const overview = statement(
  'identity.security-overview',
  `select u.email, u.data_key, u.email_verified_at, u.password_changed_at, u.password_hash is not null as has_password,
     t.confirmed_at as totp_at, e.confirmed_at as session_confirmed_at,
     (select count(*)::int from identity.recovery_codes c where c.user_id = u.id and c.used_at is null) as codes_left,
     (select l.target_sealed from identity.one_time_links l where l.user_id = u.id and l.kind = 'change_email'
        and l.used_at is null and l.expires_at > $3 order by l.created_at desc limit 1) as pending_sealed,
     coalesce((select json_agg(json_build_object('provider', a.provider, 'emailSealed', a.email_sealed,
        'linkedAt', a.linked_at) order by a.linked_at) from identity.linked_accounts a where a.user_id = u.id), '[]'::json) as linked
   from identity.users u
   left join identity.totps t on t.user_id = u.id and t.confirmed_at is not null
   left join identity.sessions e on e.id = $2 and e.user_id = u.id and e.revoked_at is null
   where u.id = $1 and u.disabled_at is null`,
);

interface Row {
  email: string;
  data_key: string;
  email_verified_at: Date | null;
  password_changed_at: Date | null;
  has_password: boolean;
  totp_at: Date | null;
  session_confirmed_at: Date | null;
  codes_left: number;
  pending_sealed: string | null;
  linked: { provider: string; emailSealed: string; linkedAt: string }[];
}

export interface SecurityOverview extends Omit<Row, 'linked' | 'pending_sealed' | 'data_key'> {
  pendingEmail: string | null;
  linked: LinkedAccount[];
}

export type SecurityRepository = ReturnType<typeof createSecurityRepository>;

export function createSecurityRepository(db: Database, vault: Vault) {
  return {
    overview: async (userId: string, sessionId: string | null, now: Date): Promise<SecurityOverview | null> => {
      const row = await db.sql.maybe<Row>(overview, [userId, sessionId, now]);
      if (!row) return null;
      const sealer = await vault.with(row.data_key);
      return {
        ...row,
        email: sealer.open('email', row.email),
        pendingEmail: row.pending_sealed && sealer.open('link target', row.pending_sealed),
        linked: row.linked.map(({ provider, emailSealed, linkedAt }) => ({
          provider,
          email: emailSealed && sealer.open('linked email', emailSealed),
          linkedAt: new Date(linkedAt),
        })),
      };
    },
  };
}
