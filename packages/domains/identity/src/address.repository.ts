import { type Database, withTransaction } from '@mallhive/db';
import type { PostalAddress } from './contract.ts';

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

export function createAddressRepository(db: Database) {
  return {
    list: (userId: string): Promise<StoredAddress[]> =>
      db.prisma.address.findMany({
        where: { userId },
        orderBy: [{ isDefault: 'desc' }, { createdAt: 'desc' }],
        select: columns,
      }),

    /** New when `existing` is false. The first address of a user is the default whatever was asked. */
    save: (userId: string, address: StoredAddress, existing: boolean, maximum: number): Promise<SaveOutcome> =>
      withTransaction(db, async ({ prisma }) => {
        // The user's row serialises changes of one address book, so that two saves cannot both become the default.
        await prisma.$executeRaw`select 1 from identity.users where id = ${userId}::uuid for update`;
        const { id, isDefault: wanted, ...fields } = address;
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
        return { kind: 'saved', address: saved };
      }),

    /** When the default goes, the newest of the rest takes its place. */
    remove: (userId: string, id: string): Promise<boolean> =>
      withTransaction(db, async ({ prisma }) => {
        await prisma.$executeRaw`select 1 from identity.users where id = ${userId}::uuid for update`;
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
