import { newId } from '@mallhive/kernel';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodPassword, openAccounts, otherPassword, refusalOf } from './testing/accounts.ts';

let shop: Awaited<ReturnType<typeof openAccounts>>;
beforeAll(async () => {
  shop = await openAccounts();
});
afterAll(() => shop.close());

const day = 86_400_000;
const issue = async (email: string) => {
  await shop.identity.register({ email, name: 'Ann', password: goodPassword });
  return shop.identity.issueTokens({ email, password: goodPassword });
};
const verify = async (token: string) =>
  jwtVerify(token, createLocalJWKSet(await shop.identity.publicKeys()), { currentDate: shop.clock.now() });

test('anybody can check a token with the published keys, which hold nothing private', async () => {
  const { accessToken, expiresIn } = await issue('jwt@example.com');
  const { payload, protectedHeader } = await verify(accessToken);
  expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: 'JWT' });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(expiresIn);
  const { userId, sessionId } = await shop.identity.readAccessToken(accessToken);
  expect((await shop.identity.findSession(sessionId))?.id).toBe(userId);
  const { keys } = await shop.identity.publicKeys();
  for (const key of keys) expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  expect(JSON.stringify(await shop.prisma.signingKey.findMany())).not.toContain('"d"');
});

test.each([
  ['nonsense', async () => 'a.b.c'],
  [
    'unsigned',
    async (token: string) => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`,
  ],
  [
    'with a changed body',
    async (token: string) => token.replace(/\.(.)/, (_, first) => `.${first === 'e' ? 'f' : 'e'}`),
  ],
  [
    'signed by a key of somebody else, under our key id',
    async (token: string) =>
      new SignJWT({ sid: newId() })
        .setProtectedHeader({ alg: 'HS256', kid: decodeProtectedHeader(token).kid ?? '' })
        .setSubject(newId())
        .setExpirationTime('1h')
        .sign(Buffer.from('published key as a shared secret, 32 bytes')),
  ],
])('a token that is %s is refused', async (_, make) => {
  const { accessToken } = await issue(`bad-${newId()}@example.com`);
  expect((await refusalOf(shop.identity.readAccessToken(await make(accessToken)))).reason).toBe('token_invalid');
});

test('an access token is over after ten minutes', async () => {
  const { accessToken } = await issue('over@example.com');
  shop.clock.advance(9 * 60_000);
  await shop.identity.readAccessToken(accessToken);
  shop.clock.advance(2 * 60_000);
  expect((await refusalOf(shop.identity.readAccessToken(accessToken))).reason).toBe('token_invalid');
});

test('keys rotate without signing anybody out: the new one is published before it signs, the old one until its last token is over', async () => {
  const { identity, clock } = shop;
  const { accessToken, refreshToken } = await issue('rotate@example.com');
  const kid = (token: string) => decodeProtectedHeader(token).kid;
  expect(await identity.rotateSigningKeys()).toBe(false);
  const published = async () => (await identity.publicKeys()).keys.map((key) => key.kid);
  const [old] = await published();
  clock.advance(31 * day);
  // Several processes come to it at once.
  const others = [shop.create(), shop.create(), shop.create()];
  const rotated = await Promise.all(others.map((other) => other.rotateSigningKeys()));
  expect(rotated.filter(Boolean)).toHaveLength(1);
  clock.advance(61_000);
  expect(await published()).toHaveLength(2);
  const before = await issue('before@example.com');
  expect(kid(before.accessToken)).toBe(old);

  clock.advance(15 * 60_000);
  const after = await issue('after@example.com');
  expect(kid(after.accessToken)).not.toBe(old);
  const last = others[0] as typeof identity;
  await last.readAccessToken(after.accessToken);
  await identity.readAccessToken(after.accessToken);
  clock.advance(31 * 60_000);
  expect(await published()).toEqual([kid(after.accessToken)]);
  expect((await refusalOf(identity.readAccessToken(accessToken))).reason).toBe('token_invalid');
  // Thirty days were up for the session; a younger one goes on.
  expect((await refusalOf(identity.refreshTokens({ refreshToken }))).reason).toBe('token_invalid');
  expect((await identity.refreshTokens(after)).expiresIn).toBe(600);
});

test('a refresh token works once; the second use ends the session, and its person is told', async () => {
  const { identity } = shop;
  const first = await issue('refresh@example.com');
  const second = await identity.refreshTokens(first);
  const { sessionId, userId } = await identity.readAccessToken(second.accessToken);
  expect(second.refreshToken).not.toBe(first.refreshToken);
  expect((await refusalOf(identity.refreshTokens(first))).reason).toBe('token_invalid');
  expect(await identity.findSession(sessionId)).toBeNull();
  expect((await refusalOf(identity.refreshTokens(second))).reason).toBe('token_invalid');
  const told = (await shop.events('security.changed')).filter((data) => (data as { userId: string }).userId === userId);
  expect(told).toEqual([{ userId, change: 'tokens_reused', detail: '' }]);
  expect(JSON.stringify(await shop.prisma.refreshToken.findMany())).not.toContain(second.refreshToken);
});

test('of many at once one gets through, and that is a reuse', async () => {
  const { identity } = shop;
  const tokens = await issue('many@example.com');
  const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => identity.refreshTokens(tokens)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const { sessionId } = await identity.readAccessToken(tokens.accessToken);
  expect(await identity.findSession(sessionId)).toBeNull();
});

test('revoking, a change of the password and a disabled account end tokens at once', async () => {
  const { identity, prisma } = shop;
  const revoked = await issue('revoked@example.com');
  await identity.revokeTokens(revoked);
  await identity.revokeTokens(revoked);
  await identity.revokeTokens({ refreshToken: 'unknown' });
  const changed = await issue('changed@example.com');
  const ann = await identity.signIn({ email: 'changed@example.com', password: goodPassword });
  await identity.changePassword(
    { userId: ann.user.id, sessionId: ann.sessionId },
    { current: goodPassword, password: otherPassword },
  );
  const disabled = await issue('closed@example.com');
  const { userId } = await identity.readAccessToken(disabled.accessToken);
  await prisma.user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
  for (const tokens of [revoked, changed, disabled]) {
    const { sessionId } = await identity.readAccessToken(tokens.accessToken);
    expect(await identity.findSession(sessionId)).toBeNull();
    expect((await refusalOf(identity.refreshTokens(tokens))).reason).toBe('token_invalid');
  }
});

test('with a second factor the code comes along', async () => {
  const { identity } = shop;
  const ann = await shop.person('factor@example.com');
  const factor = await shop.withSecondFactor(ann);
  const input = { email: ann.email, password: goodPassword };
  expect((await refusalOf(identity.issueTokens(input))).reason).toBe('second_factor_required');
  expect((await refusalOf(identity.issueTokens({ ...input, code: '000000' }))).reason).toBe('code_invalid');
  expect((await identity.issueTokens({ ...input, code: factor.code() })).tokenType).toBe('Bearer');
});

test('a refusal for a wrong password is the same as elsewhere', async () => {
  const wrong = shop.identity.issueTokens({ email: 'nobody@example.com', password: 'x' });
  expect((await refusalOf(wrong)).reason).toBe('invalid_credentials');
});
