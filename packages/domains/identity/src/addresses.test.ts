import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { newId } from '@mallhive/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIdentity, type Identity } from './index.ts';
import { fakePasswords, testMasterKey } from './testing.ts';

let base: TestDatabase;
let identity: Identity;
let users: string[];
const address = (name: string, isDefault = false) => ({
  name,
  line1: '1 High Street',
  line2: '',
  city: 'Leeds',
  region: '',
  postcode: 'LS1 1AA',
  country: 'GB',
  phone: '',
  isDefault,
});

beforeAll(async () => {
  base = await createTestDatabase();
  identity = createIdentity({ db: base.db, master: testMasterKey(), passwords: fakePasswords() });
  const drafts = ['a', 'b', 'c'].map((n) => ({ email: `${n}@example.com`, name: n, password: 'long password' }));
  users = [...(await identity.upsertUsers(drafts)).values()];
});
afterAll(() => base.close());
const user = (index: number) => users[index] ?? '';
const book = async (index: number) =>
  (await identity.listAddresses(user(index))).addresses.map(({ name, isDefault }) => ({ name, isDefault }));

test("somebody else's address can neither be changed nor removed, nor be told from one that does not exist", async () => {
  const { address: mine } = await identity.saveAddress(user(0), address('Home'));
  const missing = { code: 'not_found', reason: 'address_not_found' };
  for (const id of [mine.id, newId()]) {
    await expect(identity.saveAddress(user(1), { ...address('Taken'), id })).rejects.toMatchObject(missing);
    await expect(identity.removeAddress(user(1), id)).rejects.toMatchObject(missing);
  }
  expect(await book(0)).toEqual([{ name: 'Home', isDefault: true }]);
});

test('there is always exactly one default', async () => {
  await identity.saveAddress(user(1), address('First'));
  const { address: second } = await identity.saveAddress(user(1), address('Second', true));
  expect(await book(1)).toEqual([
    { name: 'Second', isDefault: true },
    { name: 'First', isDefault: false },
  ]);
  await identity.saveAddress(user(1), { ...address('Second again'), id: second.id });
  expect((await book(1))[0]).toEqual({ name: 'Second again', isDefault: true });
  await identity.removeAddress(user(1), second.id);
  expect(await book(1)).toEqual([{ name: 'First', isDefault: true }]);
  await Promise.all([1, 2, 3, 4].map((n) => identity.saveAddress(user(1), address(`Both ${n}`, true))));
  expect((await book(1)).filter(({ isDefault }) => isDefault)).toHaveLength(1);
});

test('the book is bounded', async () => {
  for (let count = 0; count < 50; count += 1) await identity.saveAddress(user(2), address(`Row ${count}`));
  await expect(identity.saveAddress(user(2), address('One more'))).rejects.toMatchObject({
    code: 'unprocessable',
    details: { maximum: 50 },
  });
});

test('nothing readable is stored', async () => {
  const rows = await base.db.prisma.address.findMany({ take: 3 });
  expect(JSON.stringify(rows)).not.toMatch(/High Street|Leeds|LS1|Row/);
  const plain = { ...address('Plain'), id: newId(), userId: user(2), isDefault: false };
  await expect(base.db.prisma.address.create({ data: plain })).rejects.toThrow(/addresses_sealed/);
});
