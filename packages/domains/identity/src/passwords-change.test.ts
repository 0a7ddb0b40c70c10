import { countStatements } from '@mallhive/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodPassword, openAccounts, otherPassword, refusalOf } from './testing/accounts.ts';
import { whereEmail } from './testing.ts';

let shop: Awaited<ReturnType<typeof openAccounts>>;
beforeAll(async () => {
  shop = await openAccounts();
});
afterAll(() => shop.close());

test('asking for a reset says and does the same whether or not there is an account', async () => {
  const { identity, prisma } = shop;
  await shop.person('known@example.com');
  const disabled = await shop.person('disabled@example.com');
  await prisma.user.update({ where: { id: disabled.userId }, data: { disabledAt: shop.clock.now() } });
  const work = (email: string) =>
    countStatements(shop, async () => expect(await identity.requestPasswordReset({ email })).toEqual({ ok: true }));
  const known = await work('known@example.com');
  expect(await work('nobody@example.com')).toBe(known);
  expect(await work('disabled@example.com')).toBe(known);
  expect(await prisma.oneTimeLink.count({ where: { kind: 'reset_password' } })).toBe(1);
  // The event is there either way; the job finds nobody to write to.
  expect(await shop.events('link.requested')).toHaveLength(2 + 3);
});

test('a reset sets the password once, verifies the address, and ends every session', async () => {
  const { identity, mailedToken } = shop;
  const ann = await shop.person('reset@example.com');
  await identity.requestPasswordReset({ email: 'reset@example.com' });
  const token = await mailedToken('reset_password');
  expect(await refusalOf(identity.resetPassword({ token, password: '12345678901' }))).toEqual({
    reason: 'password_weak',
    details: { problem: 'breached' },
  });
  const attempts = Array.from({ length: 4 }, () => identity.resetPassword({ token, password: otherPassword }));
  const outcomes = await Promise.allSettled(attempts);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await identity.findSession(ann.sessionId)).toBeNull();
  const credentials = { email: 'reset@example.com', password: otherPassword };
  expect((await identity.signIn(credentials)).user.emailVerified).toBe(true);
  expect((await refusalOf(identity.signIn({ ...credentials, password: goodPassword }))).reason).toBe(
    'invalid_credentials',
  );
  expect(await shop.events('security.changed')).toContainEqual({
    userId: ann.userId,
    change: 'password_reset',
    detail: '',
  });
});

test('a customer known from elsewhere gets in by a reset', async () => {
  const { identity } = shop;
  await identity.importCustomers([{ source: 'x', sourceRef: '1', email: 'imported@example.com', name: 'Old' }]);
  await identity.requestPasswordReset({ email: 'imported@example.com' });
  await identity.resetPassword({ token: await shop.mailedToken('reset_password'), password: otherPassword });
  expect((await identity.signIn({ email: 'imported@example.com', password: otherPassword })).user.name).toBe('Old');
});

test('a change of password needs the current one and ends all other sessions', async () => {
  const { identity } = shop;
  const ann = await shop.person('change@example.com');
  const other = await identity.signIn({ email: ann.email, password: goodPassword });
  for (const current of [undefined, 'wrong']) {
    const refusal = refusalOf(identity.changePassword(ann, { current, password: otherPassword }));
    expect((await refusal).reason).toBe('invalid_credentials');
  }
  expect(
    (await refusalOf(identity.changePassword(ann, { current: goodPassword, password: 'changeexample' }))).reason,
  ).toBe('password_weak');
  await identity.changePassword(ann, { current: goodPassword, password: otherPassword });
  expect(await identity.findSession(ann.sessionId)).not.toBeNull();
  expect(await identity.findSession(other.sessionId)).toBeNull();
});

test('an old hash is replaced at the next sign-in, and only then', async () => {
  const { identity, prisma, passwords } = shop;
  await shop.person('rehash@example.com');
  const where = await whereEmail(shop.db, 'rehash@example.com');
  const read = async () => (await prisma.user.findUniqueOrThrow({ where })).passwordHash;
  const before = await read();
  passwords.isOld = () => true;
  await identity.signIn({ email: 'rehash@example.com', password: 'wrong' }).catch(() => undefined);
  passwords.hashes = 0;
  await identity.signIn({ email: 'rehash@example.com', password: goodPassword });
  expect(passwords.hashes).toBe(1);
  passwords.isOld = () => false;
  expect(await read()).toBe(before);
  passwords.hashes = 0;
  await identity.signIn({ email: 'rehash@example.com', password: goodPassword });
  expect(passwords.hashes).toBe(0);
});

test('all other sessions end at once; the list says how and when they were used', async () => {
  const { identity, clock } = shop;
  const ann = await shop.person('sessions@example.com');
  await identity.signIn({ email: ann.email, password: goodPassword, userAgent: 'Phone' });
  clock.advance(11 * 60_000);
  await identity.findSession(ann.sessionId);
  const { sessions } = await identity.listSessions({ userId: ann.userId, currentSessionId: ann.sessionId });
  expect(sessions.map(({ current, method, userAgent }) => ({ current, method, userAgent }))).toEqual([
    { current: true, method: 'password', userAgent: '' },
    { current: false, method: 'password', userAgent: 'Phone' },
  ]);
  expect(sessions[0]?.lastUsedAt.slice(0, 19)).toBe(clock.now().toISOString().slice(0, 19));
  expect(await identity.revokeOtherSessions(ann)).toEqual({ revoked: 1 });
  expect(await identity.revokeOtherSessions(ann)).toEqual({ revoked: 0 });
  expect(await identity.findSession(ann.sessionId)).not.toBeNull();
});

test('what signing in and looking up a session cost', async () => {
  const { identity } = shop;
  const ann = await shop.person('cost@example.com');
  const credentials = { email: ann.email, password: goodPassword };
  // On a new device one more, for the event that the person is told by.
  expect(await countStatements(shop, () => identity.signIn(credentials))).toBe(3);
  const { device } = await identity.signIn(credentials);
  expect(await countStatements(shop, () => identity.signIn({ ...credentials, device }))).toBe(2);
  expect(await countStatements(shop, () => identity.signIn({ ...credentials, password: 'x' }).catch(() => null))).toBe(
    1,
  );
  expect(await countStatements(shop, () => identity.findSession(ann.sessionId))).toBe(1);
  expect(await countStatements(shop, () => identity.security(ann))).toBe(1);
});

test('a new device is told of, with its name; the first one, a known one and one that is signed out are not', async () => {
  const { identity } = shop;
  const bea = await shop.person('devices@example.com');
  const credentials = { email: bea.email, password: goodPassword };
  const told = async () =>
    (await shop.events('device.added')).filter((data) => JSON.stringify(data).includes(bea.userId));
  expect(await identity.newDevice(bea.userId, bea.sessionId)).toBeNull();
  const before = (await told()).length;
  const userAgent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0';
  shop.clock.advance(1000);
  const { sessionId, device } = await identity.signIn({ ...credentials, userAgent });
  await identity.signIn({ ...credentials, userAgent, device });
  expect(await told()).toHaveLength(before + 1);
  expect(await identity.newDevice(bea.userId, sessionId)).toMatchObject({
    email: bea.email,
    device: 'Firefox, Windows',
  });
  const ann = await shop.person('other-devices@example.com');
  expect(await identity.newDevice(ann.userId, sessionId)).toBeNull();
  await identity.revokeSession({ userId: bea.userId, sessionId });
  expect(await identity.newDevice(bea.userId, sessionId)).toBeNull();
  const [one, two] = await identity.contacts([bea.userId, ann.userId, bea.userId]);
  expect([one?.email, two?.email].sort()).toEqual([bea.email, ann.email].sort());
});
