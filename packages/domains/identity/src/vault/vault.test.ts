import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock } from '@mallhive/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createIdentity } from '../index.ts';
import { fakePasswords, testMasterKey } from '../testing.ts';
import { createKeyringRepository } from './keyring.repository.ts';
import { createKeyring } from './keyring.ts';
import { createVault } from './vault.ts';

let base: TestDatabase;
const clock = fixedClock('2026-03-01T10:00:00Z');
beforeAll(async () => {
  base = await createTestDatabase();
});
beforeEach(async () => {
  await base.db.pool.query('truncate identity.users, identity.sellers, identity.encryption_keys cascade');
});
afterAll(() => base.close());

/** One process of the shop. */
function process(master = testMasterKey()) {
  const keyring = createKeyring({ keys: createKeyringRepository(base.db), master, clock });
  const identity = createIdentity({ db: base.db, master, clock, passwords: fakePasswords() });
  return { master, keyring, vault: createVault(keyring), identity };
}
const ann = { email: 'ann@example.com', name: 'Ann', password: 'a long password' };
const customers = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    source: 'x',
    sourceRef: String(index),
    email: `c${index}@example.com`,
    name: `Customer ${index}`,
  }));

test('a value opens with its own key, in its own field, unchanged', async () => {
  const { vault } = process();
  const [one, other] = [await vault.create(), await vault.create()];
  const sealed = one.seal('name', 'Ann');
  expect((await vault.with(one.dataKey)).open('name', sealed)).toBe('Ann');
  expect(one.seal('name', 'Ann')).not.toBe(sealed);
  expect(() => other.open('name', sealed)).toThrow();
  expect(() => one.open('email', sealed)).toThrow();
  expect(() => one.open('name', `${sealed.slice(0, -2)}AA`)).toThrow();
  expect(() => one.open('name', 'Ann')).toThrow(/Not a sealed value/);
  const secret = await vault.sealSecret('signing', 'private');
  expect(await vault.openSecret('signing', secret)).toBe('private');
  await expect(vault.openSecret('other', secret)).rejects.toThrow();
});

test('two processes that start on an empty database at once agree on the keys', async () => {
  const [a, b] = [process(), process()];
  const [one, two] = await Promise.all([a.vault.emailIndex('Ann@Example.com '), b.vault.emailIndex('ann@example.com')]);
  expect(one).toBe(two);
  expect(one).not.toContain('ann');
  expect(await base.db.prisma.encryptionKey.count()).toBe(2);
});

test('the master key is asked a few times, not per person, and again after a quarter of an hour', async () => {
  const { master, identity } = process();
  await identity.importCustomers(customers(200));
  expect(master.calls).toBeLessThanOrEqual(4);
  const before = master.calls;
  clock.advance(16 * 60_000);
  await identity.importCustomers(customers(201));
  expect(master.calls - before).toBe(2);
});

test('without the master key nothing opens and nothing is written', async () => {
  await process().identity.upsertUsers([ann]);
  const broken = { ...testMasterKey(), unwrap: async () => Promise.reject(new Error('KMS says no')) };
  const identity = createIdentity({ db: base.db, master: broken, passwords: fakePasswords() });
  await expect(identity.checkKeys()).rejects.toThrow('KMS says no');
  await expect(identity.upsertUsers([{ ...ann, email: 'new@example.com' }])).rejects.toThrow('KMS says no');
  expect(await base.db.prisma.user.count()).toBe(1);
});

test('another master key: a few rows are wrapped anew, sign-in goes on, the old one is needed no more', async () => {
  const { identity, master } = process();
  await identity.upsertUsers([ann]);
  master.rotate();
  const steps: number[] = [];
  expect(await identity.rotateKeys({ newKey: false }, (done) => steps.push(done))).toMatchObject({
    masterKeyId: 'test:2',
    keysRewrapped: 2,
    dataKeysRewrapped: 0,
  });
  expect((await base.db.prisma.encryptionKey.findMany()).map(({ masterKeyId }) => masterKeyId)).toEqual([
    'test:2',
    'test:2',
  ]);
  expect((await identity.signIn(ann)).user.name).toBe('Ann');
});

test('a rotation that dies half-way goes on with the next run; others read and write meanwhile', async () => {
  const { identity } = process();
  const other = process();
  await identity.importCustomers(customers(1_200));
  await other.identity.upsertUsers([ann]);
  let calls = 0;
  const died = identity.rotateKeys({ newKey: true }, () => {
    calls += 1;
    if (calls === 3) throw new Error('killed');
  });
  await expect(died).rejects.toThrow('killed');
  // Half is under the new key. A process that has not heard of it reads both, and still writes with the old one.
  expect((await other.identity.signIn(ann)).user.name).toBe('Ann');
  await other.identity.upsertUsers([{ ...ann, email: 'late@example.com' }]);

  const report = await process().identity.rotateKeys({ newKey: true });
  expect(report.dataKeysRewrapped).toBe(1_202 - 500 - 500);
  expect(report.keysRemoved).toBe(0);
  expect(await base.db.prisma.encryptionKey.count({ where: { purpose: 'data' } })).toBe(2);
  clock.advance(60 * 60_000);
  expect(await process().identity.rotateKeys({ newKey: false })).toMatchObject({
    dataKeysRewrapped: 0,
    keysRemoved: 1,
  });
  const last = process();
  expect((await last.identity.signIn({ ...ann, email: 'late@example.com' })).user.name).toBe('Ann');
  expect((await last.identity.importCustomers(customers(1_200))).created).toBe(0);
});
