import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodPassword, openAccounts, otherPassword, refusalOf } from './testing/accounts.ts';
import { totpCode, totpStep } from './totp.ts';

let shop: Awaited<ReturnType<typeof openAccounts>>;
beforeAll(async () => {
  shop = await openAccounts();
});
afterAll(() => shop.close());

const firstStep = async (email: string, password = goodPassword) => {
  const { reason, details } = await refusalOf(shop.identity.signIn({ email, password }));
  expect(reason).toBe('second_factor_required');
  return String(details.challenge);
};

test('it is not in force before a code was right, and a set-up that waits too long begins anew', async () => {
  const { identity, clock } = shop;
  const ann = await shop.person('setup@example.com');
  const { secret, uri, qr } = await identity.startSecondFactor(ann);
  expect(uri).toContain(`secret=${secret}`);
  expect(decodeURIComponent(qr)).toMatch(/^data:image\/svg\+xml,<svg/);
  expect((await refusalOf(identity.confirmSecondFactor(ann, '000000'))).reason).toBe('code_invalid');
  expect((await identity.signIn({ email: ann.email, password: goodPassword })).user.id).toBe(ann.userId);
  clock.advance(31 * 60_000);
  await identity.confirmIdentity(ann, { password: goodPassword });
  const late = identity.confirmSecondFactor(ann, totpCode(secret, totpStep(clock.now())));
  expect((await refusalOf(late)).reason).toBe('second_factor_off');
  expect((await shop.prisma.totp.findUniqueOrThrow({ where: { userId: ann.userId } })).secretSealed).not.toContain(
    secret,
  );
});

test('signing in takes two steps; a code works once, also when it comes many times at once', async () => {
  const { identity } = shop;
  const ann = await shop.person('two@example.com');
  const factor = await shop.withSecondFactor(ann);
  expect(await identity.security(ann)).toMatchObject({ secondFactor: { enabled: true, recoveryCodesLeft: 10 } });
  const challenge = await firstStep(ann.email);
  const code = factor.code();
  const attempts = Array.from({ length: 8 }, () => identity.signInSecondFactor({ challenge, code }));
  const outcomes = await Promise.allSettled(attempts);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await refusalOf(identity.signInSecondFactor({ challenge, code }))).reason).toBe('code_invalid');
});

test('a challenge is worth nothing when forged, late, or after a change of the password', async () => {
  const { identity, clock } = shop;
  const ann = await shop.person('challenge@example.com');
  const factor = await shop.withSecondFactor(ann);
  const challenge = await firstStep(ann.email);
  const refused = async (given: string) =>
    (await refusalOf(identity.signInSecondFactor({ challenge: given, code: factor.code() }))).reason;
  expect(await refused(`x${challenge}`)).toBe('challenge_invalid');
  expect(await refused('nonsense')).toBe('challenge_invalid');
  clock.advance(5 * 60_000 + 1_000);
  expect(await refused(challenge)).toBe('challenge_invalid');
  const fresh = await firstStep(ann.email);
  await identity.changePassword(ann, { current: goodPassword, password: otherPassword });
  expect(await refused(fresh)).toBe('challenge_invalid');
});

test('ten recovery codes, once each, in any spelling; renewing makes the old ones worthless', async () => {
  const { identity } = shop;
  const ann = await shop.person('recovery@example.com');
  const { recoveryCodes } = await shop.withSecondFactor(ann);
  expect(new Set(recoveryCodes).size).toBe(10);
  const [one = '', two = ''] = recoveryCodes;
  const challenge = await firstStep(ann.email);
  const spelled = one.toUpperCase().replace('-', ' ');
  expect((await identity.signInSecondFactor({ challenge, code: spelled })).user.id).toBe(ann.userId);
  expect((await refusalOf(identity.signInSecondFactor({ challenge, code: one }))).reason).toBe('code_invalid');
  expect((await identity.security(ann)).secondFactor.recoveryCodesLeft).toBe(9);
  expect(JSON.stringify(await shop.prisma.recoveryCode.findMany())).not.toContain(two.slice(0, 5));

  const stranger = await shop.person('stranger@example.com');
  await shop.withSecondFactor(stranger);
  const theirs = await firstStep(stranger.email);
  expect((await refusalOf(identity.signInSecondFactor({ challenge: theirs, code: two }))).reason).toBe('code_invalid');

  await identity.confirmIdentity(ann, { code: two });
  const renewed = await identity.renewRecoveryCodes(ann);
  expect(renewed.recoveryCodes).toHaveLength(10);
  const [third = ''] = recoveryCodes.slice(2);
  expect((await refusalOf(identity.signInSecondFactor({ challenge, code: third }))).reason).toBe('code_invalid');
});

test('sensitive changes need a proof of the last fifteen minutes; with a second factor only its code counts', async () => {
  const { identity, clock } = shop;
  const ann = await shop.person('stepup@example.com');
  clock.advance(16 * 60_000);
  expect((await identity.security(ann)).confirmedUntil).toBeNull();
  const sensitive = [
    () => identity.startSecondFactor(ann),
    () => identity.renewRecoveryCodes(ann),
    () => identity.removeSecondFactor(ann),
    () => identity.requestEmailChange(ann, 'else@example.com'),
    () => identity.allowLink(ann, 'google'),
    () => identity.unlinkExternal(ann, 'google'),
  ];
  for (const change of sensitive) expect((await refusalOf(change())).reason).toBe('step_up_required');
  expect((await refusalOf(identity.confirmIdentity(ann, { password: 'wrong' }))).reason).toBe('invalid_credentials');
  expect((await refusalOf(identity.confirmIdentity(ann, { code: '123456' }))).reason).toBe('code_invalid');
  await identity.confirmIdentity(ann, { password: goodPassword });
  const factor = await shop.withSecondFactor(ann);
  expect((await refusalOf(identity.startSecondFactor(ann))).reason).toBe('second_factor_on');

  clock.advance(16 * 60_000);
  expect((await refusalOf(identity.confirmIdentity(ann, { password: goodPassword }))).reason).toBe(
    'invalid_credentials',
  );
  expect((await refusalOf(identity.removeSecondFactor(ann))).reason).toBe('step_up_required');
  await identity.confirmIdentity(ann, { code: factor.code() });
  await identity.removeSecondFactor(ann);
  await identity.removeSecondFactor(ann);
  expect((await identity.signIn({ email: ann.email, password: goodPassword })).user.id).toBe(ann.userId);
  const changes = (await shop.events('security.changed')) as { userId: string; change: string }[];
  expect(changes.filter(({ userId }) => userId === ann.userId).map(({ change }) => change)).toEqual([
    'second_factor_on',
    'second_factor_off',
  ]);
});

test("another's session confirms nothing", async () => {
  const { identity, clock } = shop;
  const ann = await shop.person('mine@example.com');
  clock.advance(16 * 60_000);
  const bob = await shop.person('theirs@example.com');
  const mixed = { userId: ann.userId, sessionId: bob.sessionId };
  expect((await refusalOf(identity.startSecondFactor(mixed))).reason).toBe('step_up_required');
  expect((await refusalOf(identity.startSecondFactor({ userId: ann.userId, sessionId: null }))).reason).toBe(
    'step_up_required',
  );
});
