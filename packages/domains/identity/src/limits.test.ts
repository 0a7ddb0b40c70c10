import type { RateLimiter } from '@mallhive/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { networkOf } from './limits.ts';
import { goodPassword, openAccounts, otherPassword, refusalOf } from './testing/accounts.ts';

/** Windows by the clock of the test. */
const windows = new Map<string, { count: number; until: number }>();
let time = 0;
const limiter: RateLimiter = {
  take: async (key, { limit, windowSeconds }) => {
    const id = `${key} ${limit}/${windowSeconds}`;
    const known = windows.get(id);
    const window = known && known.until > time ? known : { count: 0, until: time + windowSeconds };
    window.count += 1;
    windows.set(id, window);
    const allowed = window.count <= limit;
    return {
      allowed,
      remaining: Math.max(0, limit - window.count),
      retryAfterSeconds: allowed ? 0 : window.until - time,
    };
  },
  reset: async (key, { limit, windowSeconds }) => {
    windows.delete(`${key} ${limit}/${windowSeconds}`);
  },
};

let shop: Awaited<ReturnType<typeof openAccounts>>;
const ann = { email: 'ann@example.com', password: goodPassword };
const [attacker, home] = ['203.0.113.66', '198.51.100.7'];
beforeAll(async () => {
  shop = await openAccounts({ limiter });
  await shop.person(ann.email);
});
afterAll(() => shop.close());
beforeEach(() => windows.clear());

const guess = (address: string, device?: string) =>
  refusalOf(shop.identity.signIn({ ...ann, password: 'wrong', address, device }));
const reasons = async (count: number, address: string, device?: string) => {
  const seen: string[] = [];
  for (let index = 0; index < count; index += 1) seen.push((await guess(address, device)).reason);
  return seen;
};

test('guessing slows down, longer each time, and tells how long', async () => {
  expect((await reasons(5, attacker)).every((reason) => reason === 'invalid_credentials')).toBe(true);
  expect(await guess(attacker)).toEqual({ reason: 'too_many_requests', details: { retryAfterSeconds: 60 } });
  time += 61;
  await reasons(4, attacker);
  const second = await guess(attacker);
  expect(second.reason).toBe('too_many_requests');
  expect(second.details.retryAfterSeconds).toBeGreaterThan(600);
  // The right password does not get through either: else the answer would tell that it is right.
  const right = await refusalOf(shop.identity.signIn({ ...ann, address: attacker }));
  expect(right.reason).toBe('too_many_requests');
});

test('a refused attempt costs neither a look-up nor a verification', async () => {
  await reasons(5, attacker);
  shop.passwords.verifications = 0;
  shop.statements.length = 0;
  await guess(attacker);
  expect([shop.passwords.verifications, shop.statements]).toEqual([0, []]);
});

test('nobody can lock out somebody else: from elsewhere the owner gets in at once', async () => {
  await reasons(40, attacker);
  expect((await shop.identity.signIn({ ...ann, address: home })).user.email).toBe(ann.email);
});

test('many places together get two tries each, never none; a device that the account knows gets all of its own', async () => {
  const { device } = await shop.identity.signIn({ ...ann, address: home });
  for (let place = 0; place < 120; place += 1) await guess(`192.0.2.${place}`);
  expect(await reasons(4, '203.0.113.1')).toEqual([
    'invalid_credentials',
    'invalid_credentials',
    'too_many_requests',
    'too_many_requests',
  ]);
  expect(await reasons(6, '203.0.113.1', device)).toEqual([
    ...Array.from({ length: 5 }, () => 'invalid_credentials'),
    'too_many_requests',
  ]);
  expect((await shop.identity.signIn({ ...ann, address: '203.0.113.2' })).user.email).toBe(ann.email);
});

test('a device token is good for its account alone', async () => {
  const bob = await shop.identity.register({ email: 'bob@example.com', name: 'Bob', password: otherPassword });
  expect(bob).toEqual({ ok: true });
  const { device } = await shop.identity.signIn({ email: 'bob@example.com', password: otherPassword, address: home });
  await reasons(5, attacker);
  expect((await guess(attacker, device)).reason).toBe('too_many_requests');
  expect((await guess(attacker, `${device}x`)).reason).toBe('too_many_requests');
});

test('an account that does not exist is limited like one that does', async () => {
  const seen: string[] = [];
  for (let index = 0; index < 6; index += 1) {
    const call = shop.identity.signIn({ email: 'nobody@example.com', password: 'x', address: attacker });
    seen.push((await refusalOf(call)).reason);
  }
  expect(seen).toEqual([...Array.from({ length: 5 }, () => 'invalid_credentials'), 'too_many_requests']);
});

test('a success makes this place begin anew', async () => {
  await reasons(4, home);
  await shop.identity.signIn({ ...ann, address: home });
  expect((await reasons(5, home)).every((reason) => reason === 'invalid_credentials')).toBe(true);
});

test('one address cannot try many accounts, register many, or send many mails', async () => {
  const { identity } = shop;
  const calls: [limit: number, call: (index: number) => Promise<unknown>][] = [
    [100, (index) => identity.signIn({ email: `a${index}@example.com`, password: 'x', address: attacker })],
    [
      20,
      (index) =>
        identity.register({ email: `r${index}@example.com`, name: 'R', password: goodPassword, address: attacker }),
    ],
    [20, (index) => identity.requestPasswordReset({ email: `m${index}@example.com`, address: attacker })],
    [60, () => identity.verifyEmail({ token: 'x.y', address: attacker })],
    [300, () => identity.refreshTokens({ refreshToken: 'unknown', address: attacker })],
    [120, () => identity.checkPassword({ password: 'x', email: '', name: '', address: attacker })],
  ];
  for (const [limit, call] of calls) {
    windows.clear();
    for (let index = 0; index < limit; index += 1) await call(index).catch(() => undefined);
    expect((await refusalOf(call(limit))).reason).toBe('too_many_requests');
  }
}, 60_000);

test('one account gets five mails of a kind an hour; more are asked for in vain, and nobody can tell', async () => {
  const before = await shop.prisma.oneTimeLink.count({ where: { kind: 'reset_password' } });
  for (let index = 0; index < 8; index += 1) {
    shop.clock.advance(1_000);
    expect(await shop.identity.requestPasswordReset({ email: ann.email, address: `192.0.2.${index}` })).toEqual({
      ok: true,
    });
  }
  expect(await shop.prisma.oneTimeLink.count({ where: { kind: 'reset_password' } })).toBe(before + 5);
});

test('codes of a second factor are limited by account too, until the password is new', async () => {
  const { identity } = shop;
  const eve = await shop.person('eve@example.com');
  const factor = await shop.withSecondFactor(eve);
  const challenge = async (password = goodPassword) => {
    const call = identity.signIn({ email: eve.email, password, address: home });
    return String((await refusalOf(call)).details.challenge);
  };
  const given = await challenge();
  for (let index = 0; index < 50; index += 1) {
    const call = identity.signInSecondFactor({ challenge: given, code: '000000', address: `192.0.2.${index}` });
    expect((await refusalOf(call)).reason).toBe('code_invalid');
  }
  const blocked = identity.signInSecondFactor({ challenge: given, code: factor.code(), address: home });
  expect((await refusalOf(blocked)).reason).toBe('too_many_requests');
  await identity.changePassword(eve, { current: goodPassword, password: otherPassword });
  const fresh = await challenge(otherPassword);
  const code = factor.code();
  expect((await identity.signInSecondFactor({ challenge: fresh, code, address: home })).user.id).toBe(eve.userId);
});

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:0db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['', ''],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
