import { type Database, statement, withTransaction } from '@mallhive/db';
import type { PostalAddress } from './contract.ts';
import type { Sealer, Vault } from './vault/vault.ts';

/** The country stays readable: it decides shipping and tax and says little about a person. */
const sealed = ['name', 'line1', 'line2', 'city', 'region', 'postcode', 'phone'] as const;

const list = statement(
  'identity.addresses',
  `select a.id, a.name, a.line1, a.line2, a.city, a.region, a.postcode, a.country, a.phone, a.is_default as "isDefault",
     u.data_key as "dataKey"
   from identity.addresses a join identity.users u on u.id = a.user_id
   where a.user_id = $1 order by a.is_default desc, a.created_at desc`,
);
const lockOwner = statement(
  'identity.lock-address-book',
  `select data_key as "dataKey" from identity.users where id = $1 for update`,
);

function sealAddress(sealer: Sealer, address: PostalAddress): PostalAddress {
  const row = { ...address };
  for (const field of sealed) row[field] = sealer.seal(`address.${field}`, address[field]);
  return row;
}

function openAddress<Row extends PostalAddress>(sealer: Sealer, address: Row): Row {
  const row = { ...address };
  for (const field of sealed) row[field] = sealer.open(`address.${field}`, address[field]);
  return row;
}

const columns = {
  id: true,
  name: true,
  line1: true,
  line2: true,
  city: true,
  region: true,
  postcode: true,
  country: true,
  phone: true,
  isDefault: true,
} as const;

export type StoredAddress = PostalAddress & { id: string; isDefault: boolean };
export type SaveOutcome = { kind: 'saved'; address: StoredAddress } | { kind: 'missing' } | { kind: 'full' };
export type AddressRepository = ReturnType<typeof createAddressRepository>;

export function createAddressRepository(db: Database, vault: Vault) {
  return {
    list: async (userId: string): Promise<StoredAddress[]> => {
      const rows = await db.sql.many<StoredAddress & { dataKey: string }>(list, [userId]);
      const [first] = rows;
      if (!first) return [];
      const sealer = await vault.with(first.dataKey);
      return rows.map(({ dataKey: _, ...row }) => openAddress(sealer, row));
    },

    /** New when `existing` is false. The first address of a user is the default whatever was asked. */
    save: (userId: string, address: StoredAddress, existing: boolean, maximum: number): Promise<SaveOutcome> =>
      withTransaction(db, async ({ prisma, sql }) => {
        // The user's row serialises changes of one address book, so that two saves cannot both become the default.
        const owner = await sql.maybe<{ dataKey: string }>(lockOwner, [userId]);
        if (!owner) return { kind: 'missing' };
        const sealer = await vault.with(owner.dataKey);
        const { id, isDefault: wanted, ...plain } = address;
        const fields = sealAddress(sealer, plain);
        const others = await prisma.address.findMany({ where: { userId }, select: { id: true, isDefault: true } });
        const before = others.find((other) => other.id === id);
        if (existing !== (before !== undefined)) return { kind: 'missing' };
        if (!existing && others.length >= maximum) return { kind: 'full' };
        const isDefault = wanted || before?.isDefault === true || others.length === 0;
        if (isDefault)
          await prisma.address.updateMany({ where: { userId, id: { not: id } }, data: { isDefault: false } });
        const saved = existing
          ? await prisma.address.update({ where: { id }, data: { ...fields, isDefault }, select: columns })
          : await prisma.address.create({ data: { ...fields, id, userId, isDefault }, select: columns });
        return { kind: 'saved', address: openAddress(sealer, saved) };
      }),

    /** When the default goes, the newest of the rest takes its place. */
    remove: (userId: string, id: string): Promise<boolean> =>
      withTransaction(db, async ({ prisma, sql }) => {
        await sql.maybe(lockOwner, [userId]);
        const removed = await prisma.address.findFirst({ where: { id, userId }, select: { isDefault: true } });
        if (!removed) return false;
        await prisma.address.delete({ where: { id } });
        const next = removed.isDefault
          ? await prisma.address.findFirst({ where: { userId }, orderBy: { createdAt: 'desc' }, select: { id: true } })
          : null;
        if (next) await prisma.address.update({ where: { id: next.id }, data: { isDefault: true } });
        return true;
      }),
  };
}
