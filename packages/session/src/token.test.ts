import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { expect, test } from 'vitest';
import { createSessionCookie, createSessionReader, sessionTokenIn } from './token.ts';

const secret = 'a secret of more than thirty-two characters';
const claims = { userId: randomUUID(), sessionId: randomUUID() };
const read = createSessionReader(secret);
const encoded = (maxAge = 60) => encode({ token: { sub: claims.userId, sid: claims.sessionId }, secret, maxAge });

test.each([
  ['no cookie header', async () => undefined],
  ['other cookies only', async () => 'a=b; mh_cart=x'],
  ['not a token', async () => 'next-auth.session-token=rubbish'],
  ['a token of another secret', async () => createSessionCookie(`${secret}!`, claims)],
  ['an expired token', async () => createSessionCookie(secret, claims, -60)],
  [
    'a token with a flipped character',
    async () => {
      const token = await encoded();
      const at = token.length - 10;
      return `next-auth.session-token=${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
    },
  ],
  [
    'a token without a session',
    async () => `next-auth.session-token=${await encode({ token: { sub: claims.userId }, secret })}`,
  ],
])('%s: nobody', async (_, cookie) => {
  expect(await read(await cookie())).toBeNull();
});

test("reads NextAuth's own token, under both names, and again from memory", async () => {
  const token = await encoded();
  expect(await read(`theme=dark; next-auth.session-token=${token}; x=y`)).toEqual(claims);
  expect(await read(`__Secure-next-auth.session-token=${token}`)).toEqual(claims);
});

test('joins the pieces of a long token', async () => {
  const token = await encoded();
  const cut = `next-auth.session-token.0=${token.slice(0, 50)}; next-auth.session-token.1=${token.slice(50)}`;
  expect(sessionTokenIn(cut)).toBe(token);
  expect(await read(cut)).toEqual(claims);
});
