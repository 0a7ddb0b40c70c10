import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIdentity, type Identity } from './index.ts';
import { fakePasswords, testMasterKey, whereEmail } from './testing.ts';

let base: TestDatabase;
let identity: Identity;
beforeAll(async () => {
  base = await createTestDatabase();
  identity = createIdentity({ db: base.db, master: testMasterKey(), passwords: fakePasswords() });
});
afterAll(() => base.close());

const sellers = [
  { slug: 'north-kiln', name: 'North Kiln', tagline: 'Stoneware' },
  { slug: 'loom', name: 'Loom', country: 'de' },
];

test('sellers are made once, changed in place, and announced only when something changed', async () => {
  const first = await identity.upsertSellers(sellers);
  const second = await identity.upsertSellers([
    { ...sellers[0], name: 'North Kiln & Co', slug: 'north-kiln' },
    { slug: 'loom', name: 'Loom', country: 'de' },
  ]);
  expect(second).toEqual(first);
  const events = await base.db.prisma.identityOutbox.findMany();
  expect(events.map(({ data }) => (data as { name: string }).name).sort()).toEqual([
    'Loom',
    'North Kiln',
    'North Kiln & Co',
  ]);
  expect((await base.db.prisma.seller.findUniqueOrThrow({ where: { slug: 'loom' } })).country).toBe('DE');
});

test('users belong to their sellers, and a repeat changes the password instead of doubling them', async () => {
  const ids = await identity.upsertSellers(sellers);
  const draft = {
    email: 'Owner@Example.com',
    name: 'Olive',
    password: 'first password',
    memberships: [{ sellerSlug: 'loom', role: 'owner' as const }],
  };
  await identity.upsertUsers([draft]);
  await identity.upsertUsers([{ ...draft, password: 'second password', administrator: true }]);
  const { user } = await identity.signIn({ email: 'owner@example.com', password: 'second password' });
  expect(user.roles).toEqual(['shopper', 'seller', 'administrator']);
  expect(user.memberships).toEqual([
    { sellerId: ids.get('loom'), slug: 'loom', name: 'Loom', role: 'owner', status: 'approved' },
  ]);
  expect(await identity.sellerContacts([ids.get('loom') ?? ''])).toEqual([
    {
      id: ids.get('loom'),
      slug: 'loom',
      name: 'Loom',
      members: [{ userId: user.id, email: 'owner@example.com', name: 'Olive', role: 'owner' }],
    },
  ]);
});

test('a membership of an unknown seller is refused before anything is written', async () => {
  const draft = { email: 'lost@example.com', name: 'Lost', password: 'some password' };
  await expect(
    identity.upsertUsers([{ ...draft, memberships: [{ sellerSlug: 'nowhere', role: 'owner' }] }]),
  ).rejects.toMatchObject({ reason: 'seller_unknown' });
  expect(await base.db.prisma.user.count({ where: await whereEmail(base.db, draft.email) })).toBe(0);
});

test('customers come in by the thousand, twice without doubling, and an account they have is theirs', async () => {
  await identity.register({ email: 'customer-7@example.com', name: 'Seven', password: 'seven plain umbrellas' });
  const drafts = Array.from({ length: 3000 }, (_, index) => ({
    source: 'online-retail',
    sourceRef: String(index),
    email: `customer-${index}@example.com`,
    name: `Customer ${index}`,
  }));
  const first = await identity.importCustomers(drafts);
  const again = await identity.importCustomers(drafts);
  expect([first.created, again.created]).toEqual([2999, 0]);
  expect(first.ids.size).toBe(3000);
  expect(again.ids).toEqual(first.ids);
  const seven = await base.db.prisma.user.findUniqueOrThrow({
    where: await whereEmail(base.db, 'customer-7@example.com'),
  });
  expect(first.ids.get('7')).toBe(seven.id);
  expect(seven.passwordHash).not.toBeNull();
});
