import { countStatements, createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock } from '@mallhive/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIdentity, type Identity } from './index.ts';
import { fakePasswords, testMasterKey, whereEmail } from './testing.ts';

let base: TestDatabase;
let identity: Identity;
const passwords = fakePasswords();
const clock = fixedClock('2026-03-01T10:00:00Z');
const ann = { email: 'ann@example.com', name: 'Ann', password: 'quiet otters paint fences' };

beforeAll(async () => {
  base = await createTestDatabase();
  identity = createIdentity({ db: base.db, master: testMasterKey(), passwords, clock });
  await identity.register(ann);
});
afterAll(() => base.close());

const refusal = { code: 'unauthenticated', reason: 'invalid_credentials' };

test('no account, wrong password, no password and disabled are one answer after the same work', async () => {
  await identity.importCustomers([{ source: 'x', sourceRef: '1', email: 'old@example.com', name: 'Old' }]);
  await identity.register({ ...ann, email: 'gone@example.com' });
  await base.db.prisma.user.update({
    where: await whereEmail(base.db, 'gone@example.com'),
    data: { disabledAt: clock.now() },
  });
  passwords.verifications = 0;
  for (const email of ['nobody@example.com', 'old@example.com', 'gone@example.com']) {
    await expect(identity.signIn({ email, password: ann.password })).rejects.toMatchObject(refusal);
  }
  await expect(identity.signIn({ email: ann.email, password: 'wrong' })).rejects.toMatchObject(refusal);
  expect(passwords.verifications).toBe(4);
  expect(await base.db.prisma.session.count()).toBe(0);
});

test('registering an address twice says the same after the same work, changes nothing, and its owner is told', async () => {
  const before = await base.db.prisma.user.findUniqueOrThrow({ where: await whereEmail(base.db, ann.email) });
  const work = async (email: string) => {
    passwords.hashes = 0;
    passwords.verifications = 0;
    const input = { email, name: 'Mallory', password: 'brisk walnut harbour 12' };
    const statements = await countStatements(base, async () =>
      expect(await identity.register(input)).toEqual({ ok: true }),
    );
    return { statements, hashes: passwords.hashes, verifications: passwords.verifications };
  };
  const repeated = await work(ann.email);
  expect(repeated).toEqual({ statements: 2, hashes: 1, verifications: 0 });
  expect(await work('mallory@example.com')).toEqual(repeated);
  expect(await base.db.prisma.user.findUniqueOrThrow({ where: await whereEmail(base.db, ann.email) })).toEqual(before);
  const told = await base.db.prisma.identityOutbox.findMany({ where: { name: 'identity/registration.repeated' } });
  expect(told.map(({ data }) => data)).toEqual([{ userId: before.id }]);
});

test('a registration is announced once', async () => {
  const rows = await base.db.prisma.identityOutbox.findMany({
    where: { data: { path: ['email'], equals: ann.email } },
  });
  expect(rows.map(({ name, data }) => ({ name, data }))).toEqual([
    { name: 'identity/user.registered', data: { userId: expect.any(String), email: ann.email, name: 'Ann' } },
  ]);
});

test('signing in opens a session that lasts thirty days, or until it is revoked', async () => {
  const { user, sessionId, expiresAt } = await identity.signIn({ ...ann, userAgent: 'Test/1' });
  expect(user).toEqual({
    id: user.id,
    email: ann.email,
    name: 'Ann',
    emailVerified: false,
    roles: ['shopper'],
    memberships: [],
  });
  expect(expiresAt).toBe('2026-03-31T10:00:00.000Z');
  expect(await identity.findSession(sessionId)).toEqual(user);

  const other = await identity.signIn(ann);
  const { sessions } = await identity.listSessions({ userId: user.id, currentSessionId: sessionId });
  expect(sessions.map(({ id, current, userAgent }) => ({ id, current, userAgent }))).toEqual(
    expect.arrayContaining([
      { id: sessionId, current: true, userAgent: 'Test/1' },
      { id: other.sessionId, current: false, userAgent: '' },
    ]),
  );

  await identity.revokeSession({ userId: user.id, sessionId });
  await identity.revokeSession({ userId: user.id, sessionId });
  expect(await identity.findSession(sessionId)).toBeNull();
  expect(await identity.findSession(other.sessionId)).toEqual(user);

  clock.advance(30 * 86_400_000);
  expect(await identity.findSession(other.sessionId)).toBeNull();
});

test("somebody else's session cannot be revoked", async () => {
  await identity.register({ email: 'bob@example.com', name: 'Bob', password: 'lazy comet juggles tea' });
  const mine = await identity.signIn(ann);
  const bob = await identity.signIn({ email: 'bob@example.com', password: 'lazy comet juggles tea' });
  await identity.revokeSession({ userId: bob.user.id, sessionId: mine.sessionId });
  expect(await identity.findSession(mine.sessionId)).not.toBeNull();
});

test('with the real hasher: argon2id, and an unknown account takes as long as a wrong password', async () => {
  const real = createIdentity({ db: base.db, master: testMasterKey(), clock });
  await real.register({ email: 'real@example.com', name: 'Real', password: 'seven plain umbrellas' });
  const row = await base.db.prisma.user.findUniqueOrThrow({ where: await whereEmail(base.db, 'real@example.com') });
  expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect((await real.signIn({ email: 'real@example.com', password: 'seven plain umbrellas' })).user.name).toBe('Real');
  const time = async (email: string) => {
    const samples: number[] = [];
    for (let run = 0; run < 9; run += 1) {
      const start = performance.now();
      await real.signIn({ email, password: 'wrong password' }).catch(() => undefined);
      samples.push(performance.now() - start);
    }
    return samples.sort((a, b) => a - b)[4] ?? 0;
  };
  const ratio = (await time('nobody@example.com')) / (await time('real@example.com'));
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});
