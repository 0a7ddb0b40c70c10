import { type Database, statement } from '@mallhive/db';
import type { SellerStatus } from './contract-shapes.ts';
import { openPerson, type SealedPerson } from './person.ts';
import type { Vault } from './vault/vault.ts';

const contacts = statement(
  'identity.seller-contacts',
  `select s.id, s.slug, s.name, coalesce(json_agg(json_build_object('userId', u.id, 'email', u.email, 'name', u.name,
       'data_key', u.data_key, 'role', m.role))
     filter (where u.id is not null), '[]'::json) as members
   from identity.sellers s
   left join identity.memberships m on m.seller_id = s.id
   left join identity.users u on u.id = m.user_id and u.disabled_at is null
   where s.id = any($1::uuid[]) group by s.id`,
);

const profiles = statement(
  'identity.seller-profiles',
  `select id as "sellerId", slug, name, tagline, description, logo_url as "logoUrl", banner_url as "bannerUrl", country, status,
     created_at as since, greatest(updated_at, status_changed_at) as "changedAt"
   from identity.sellers where id = any($1::uuid[])`,
);

export interface SellerProfile {
  sellerId: string;
  slug: string;
  name: string;
  tagline: string;
  description: string;
  logoUrl: string;
  bannerUrl: string;
  country: string;
  status: SellerStatus;
  since: Date;
  changedAt: Date;
}

export interface SellerContact {
  id: string;
  slug: string;
  name: string;
  members: { userId: string; email: string; name: string; role: string }[];
}

interface SealedContact extends Omit<SellerContact, 'members'> {
  members: (SealedPerson & { userId: string; role: string })[];
}

export type SellerRepository = ReturnType<typeof createSellerRepository>;

export function createSellerRepository(db: Database, vault: Vault) {
  return {
    profiles: (ids: readonly string[]) => db.sql.many<SellerProfile>(profiles, [ids]),
    contacts: async (ids: readonly string[]): Promise<SellerContact[]> => {
      const rows = await db.sql.many<SealedContact>(contacts, [ids]);
      return Promise.all(
        rows.map(async ({ members, ...seller }) => ({
          ...seller,
          members: await Promise.all(
            members.map(async ({ userId, role, ...sealed }) => ({
              userId,
              role,
              ...(await openPerson(vault, sealed)),
            })),
          ),
        })),
      );
    },
  };
}
