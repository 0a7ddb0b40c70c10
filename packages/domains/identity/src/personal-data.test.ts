import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createIdentity, type Identity } from './index.ts';
import { fakePasswords, testMasterKey, whereEmail } from './testing.ts';

let base: TestDatabase;
let identity: Identity;
const clock = fixedClock('2026-03-01T10:00:00Z');
const day = 86_400_000;
let userId: string;
let caller: { userId: string; sessionId: string };
const ann = { email: 'ann@example.com', name: 'Ann Archer', password: 'a long password' };

beforeAll(async () => {
  base = await createTestDatabase();
  identity = createIdentity({ db: base.db, master: testMasterKey(), passwords: fakePasswords(), clock, secret: 'x' });
});
beforeEach(async () => {
  await base.db.pool.query('truncate identity.users, identity.erasures, identity.outbox, identity.sellers cascade');
  const users = await identity.upsertUsers([ann, { ...ann, email: 'bob@example.com', name: 'Bob' }]);
  userId = users.get(ann.email) ?? '';
  const { sessionId } = await identity.signIn(ann);
  caller = { userId, sessionId };
});
afterAll(() => base.close());

const makeExport = async () => {
  const { export: made } = await identity.requestExport(caller);
  await identity.completeExport(made.id, async (id) => ({
    ...(await identity.personalData(id)),
    orders: [{ total: 5 }],
  }));
  return made.id;
};

test('a copy and the end of an account both want a fresh proof of who asks', async () => {
  clock.advance(16 * 60_000);
  const refused = { reason: 'step_up_required' };
  await expect(identity.requestExport(caller)).rejects.toMatchObject(refused);
  await expect(identity.requestErasure(caller)).rejects.toMatchObject(refused);
});

test('asked many times at once it is one file, and one event', async () => {
  const asked = await Promise.all([1, 2, 3].map(() => identity.requestExport(caller)));
  expect(new Set(asked.map(({ export: { id } }) => id)).size).toBe(1);
  expect(await base.db.prisma.identityOutbox.count({ where: { name: 'identity/export.requested' } })).toBe(1);
});

test('the file is the person’s alone, unreadable where it lies, and over after a week', async () => {
  const id = await makeExport();
  const bob = (await base.db.prisma.user.findUniqueOrThrow({ where: await whereEmail(base.db, 'bob@example.com') })).id;
  for (const [who, which] of [
    [bob, id],
    [userId, newId()],
  ] as const)
    await expect(identity.dataExport(who, which)).rejects.toMatchObject({ code: 'not_found' });
  expect(JSON.stringify(await base.db.prisma.dataExport.findMany())).not.toContain('Ann');

  const { fileName, content } = await identity.dataExport(userId, id);
  expect(fileName).toMatch(/^mallhive-2026-03-\d\d\.json$/);
  expect(JSON.parse(content)).toMatchObject({
    profile: { email: ann.email, name: ann.name, sessions: [{ method: 'password' }] },
    addresses: [],
    orders: [{ total: 5 }],
  });
  clock.advance(7 * day);
  await expect(identity.dataExport(userId, id)).rejects.toMatchObject({ reason: 'export_not_found' });
  expect((await identity.dataExports(userId)).exports[0]?.state).toBe('expired');
  expect(await identity.removeOldExports()).toBe(1);
});

test('a file that could not be made says so, and another can be asked for', async () => {
  const { export: first } = await identity.requestExport(caller);
  await identity.failExport(first.id);
  expect(await identity.completeExport(first.id, async () => ({}))).toBeNull();
  const { export: second } = await identity.requestExport(caller);
  expect(second.id).not.toBe(first.id);
});

test('there is time to change one’s mind, and only until then', async () => {
  const { erasure } = await identity.requestErasure(caller);
  expect(await identity.requestErasure(caller)).toEqual({ erasure });
  expect(await identity.beginErasure(userId, new Date(erasure.requestedAt))).toBe('stopped');
  await identity.cancelErasure(userId);
  await identity.cancelErasure(userId);
  expect(await identity.erasure(userId)).toEqual({ erasure: null });
  clock.advance(15 * day);
  expect(await identity.beginErasure(userId, new Date(erasure.requestedAt))).toBe('stopped');

  const again = await identity.signIn(ann);
  const later = await identity.requestErasure({ userId, sessionId: again.sessionId });
  clock.advance(15 * day);
  // The first request's run wakes up, but that one was cancelled.
  expect(await identity.beginErasure(userId, new Date(erasure.requestedAt))).toBe('stopped');
  expect(await identity.findSession(again.sessionId)).not.toBeNull();
  expect(await identity.beginErasure(userId, new Date(later.erasure.requestedAt))).toBe('begun');
  await expect(identity.cancelErasure(userId)).rejects.toMatchObject({ reason: 'erasure_begun' });
  expect(await identity.findSession(again.sessionId)).toBeNull();
  await expect(identity.signIn(ann)).rejects.toMatchObject({ reason: 'invalid_credentials' });
});

test('nothing of the person is left, twice over', async () => {
  const address = {
    name: 'Ann',
    line1: '1 Elm',
    line2: '',
    city: 'Leeds',
    region: '',
    postcode: 'LS1',
    country: 'GB',
    phone: '',
  };
  await identity.saveAddress(userId, { ...address, isDefault: true });
  await makeExport();
  const { erasure } = await identity.requestErasure(caller);
  clock.advance(14 * day);
  await identity.completeErasure(userId); // before it has begun: nothing
  expect(await identity.contact(userId)).not.toBeNull();
  for (let run = 0; run < 2; run += 1) {
    await identity.beginErasure(userId, new Date(erasure.requestedAt));
    await identity.completeErasure(userId);
  }
  for (const table of ['users', 'addresses', 'sessions', 'data_exports'])
    expect((await base.db.pool.query(`select count(*)::int as n from identity.${table}`)).rows[0].n).toBe(
      table === 'users' ? 1 : 0,
    );
  expect(await base.db.prisma.identityOutbox.count({ where: { name: 'identity/user.erased' } })).toBe(1);
  // The address is free again, for somebody new.
  const fresh = await identity.upsertUsers([ann]);
  expect(fresh.get(ann.email)).not.toBe(userId);
});

test('a shop is never left without an owner', async () => {
  await identity.upsertSellers([{ slug: 'loom', name: 'Loom' }]);
  await identity.upsertUsers([{ ...ann, memberships: [{ sellerSlug: 'loom', role: 'owner' }] }]);
  await expect(identity.requestErasure(caller)).rejects.toMatchObject({
    reason: 'last_owner',
    details: { organisations: ['Loom'] },
  });
});
