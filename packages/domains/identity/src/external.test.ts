import { newId } from '@mallhive/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInExternalInput } from './contract.ts';
import { goodPassword, openAccounts, otherPassword, refusalOf } from './testing/accounts.ts';

let shop: Awaited<ReturnType<typeof openAccounts>>;
beforeAll(async () => {
  shop = await openAccounts();
});
afterAll(() => shop.close());

const enter = (subject: string, over: object = {}) =>
  shop.identity.signInExternal(
    signInExternalInput.parse({
      provider: 'google',
      subject,
      email: `${subject}@example.com`,
      emailVerified: true,
      name: 'Ann',
      ...over,
    }),
  );

test('an address that the issuer does not vouch for opens and makes nothing', async () => {
  const before = await shop.prisma.user.count();
  expect(await enter('a', { emailVerified: false })).toEqual({ kind: 'refused', reason: 'email_unverified' });
  expect(await enter('a', { email: null })).toEqual({ kind: 'refused', reason: 'email_unverified' });
  expect(await shop.prisma.user.count()).toBe(before);
});

test('an address that has an account here is not enough, verified here or not', async () => {
  const { identity } = shop;
  const unverified = await shop.person('squatted@example.com');
  expect(await enter('squatted')).toEqual({ kind: 'refused', reason: 'link_first' });
  await identity.verifyEmail({ token: await shop.mailedToken('verify_email') });
  expect(await enter('squatted')).toEqual({ kind: 'refused', reason: 'link_first' });
  expect(await shop.prisma.session.count({ where: { userId: unverified.userId } })).toBe(1);
  expect(await shop.prisma.linkedAccount.count()).toBe(0);
});

test('somebody new gets an account with a verified address and no password; the second time it is the same', async () => {
  const { identity } = shop;
  const first = await enter('fresh');
  const second = await enter('fresh', { email: 'changed-at-issuer@example.com', emailVerified: false });
  if (first.kind !== 'signed_in' || second.kind !== 'signed_in') throw new Error('Expected to be in');
  expect(second.user.id).toBe(first.user.id);
  expect(first.user).toMatchObject({ email: 'fresh@example.com', emailVerified: true });
  const caller = { userId: first.user.id, sessionId: first.sessionId };
  expect(await identity.security(caller)).toMatchObject({
    hasPassword: false,
    linkedAccounts: [{ provider: 'google', email: 'fresh@example.com' }],
  });
  expect((await refusalOf(identity.signIn({ email: 'fresh@example.com', password: goodPassword }))).reason).toBe(
    'invalid_credentials',
  );
  expect(JSON.stringify(await shop.prisma.linkedAccount.findMany())).not.toContain('fresh@example.com');
  // The only way in stays until there is another.
  expect((await refusalOf(identity.unlinkExternal(caller, 'google'))).reason).toBe('last_sign_in_method');
  await identity.changePassword(caller, { password: otherPassword });
  await identity.unlinkExternal(caller, 'google');
  expect(await enter('fresh')).toEqual({ kind: 'refused', reason: 'link_first' });
});

test('eight first sign-ins at once make one account', async () => {
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => enter('rush')));
  const ids = outcomes.map((outcome) => (outcome.kind === 'signed_in' ? outcome.user.id : outcome.kind));
  expect(new Set(ids).size).toBe(1);
});

test('linking needs a session that asked for it lately, once, for this provider', async () => {
  const { identity, clock } = shop;
  const ann = await shop.person('linker@example.com');
  const sessionId = ann.sessionId;
  expect(await enter('linker', { sessionId })).toEqual({ kind: 'refused', reason: 'link_first' });
  await identity.allowLink(ann, 'github');
  expect(await enter('linker', { sessionId })).toEqual({ kind: 'refused', reason: 'link_first' });
  await identity.allowLink(ann, 'google');
  clock.advance(5 * 60_000 + 1_000);
  expect(await enter('linker', { sessionId })).toEqual({ kind: 'refused', reason: 'link_first' });
  await identity.allowLink(ann, 'google');
  expect(await enter('linker', { sessionId: newId() })).toEqual({ kind: 'refused', reason: 'link_first' });
  // The address at the issuer does not matter: the session says whose account it is.
  expect(await enter('linker', { sessionId, email: 'private@elsewhere.test', emailVerified: false })).toEqual({
    kind: 'linked',
    provider: 'google',
  });
  expect(await enter('linker')).toMatchObject({ kind: 'signed_in', user: { id: ann.userId } });

  const bob = await shop.person('bob@example.com');
  await identity.allowLink(bob, 'google');
  expect(await enter('linker', { sessionId: bob.sessionId })).toEqual({ kind: 'refused', reason: 'linked_elsewhere' });
});

test('a second factor is asked for here too, and a disabled account stays closed', async () => {
  const { identity, prisma } = shop;
  const first = await enter('careful');
  if (first.kind !== 'signed_in') throw new Error('Expected to be in');
  const factor = await shop.withSecondFactor({ userId: first.user.id, sessionId: first.sessionId });
  const outcome = await enter('careful');
  if (outcome.kind !== 'second_factor') throw new Error('Expected a challenge');
  const signedIn = await identity.signInSecondFactor({ challenge: outcome.challenge, code: factor.code() });
  expect(signedIn.user.id).toBe(first.user.id);
  expect((await prisma.session.findUniqueOrThrow({ where: { id: signedIn.sessionId } })).method).toBe('google');
  await prisma.user.update({ where: { id: first.user.id }, data: { disabledAt: new Date() } });
  expect(await enter('careful')).toEqual({ kind: 'refused', reason: 'disabled' });
});
