import { type Clock, newId } from '@mallhive/kernel';
import { exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { tokenInvalid } from './errors.ts';
import type { SigningKey, SigningKeyRepository } from './signing-key.repository.ts';

export const accessTokenSeconds = 600;
const algorithm = 'EdDSA';
const audience = 'mallhive-api';
const day = 86_400_000;
/** A key signs for so long. */
const keyDays = 30;
/** A new key is published so long before it signs, so that whoever keeps the published keys has it by then. */
const announceMs = 15 * 60_000;
/** An old one stays published until the last token it signed is over, and somewhat longer. */
const graceMs = announceMs + accessTokenSeconds * 1000 + 5 * 60_000;
/** Another process may have made a new key: this process sees it after at most this time. */
const keepMs = 60_000;
/** Unknown key ids make this process look again at most this often. */
const lookAgainMs = 5_000;

const claimsSchema = z.object({ sub: z.uuid(), sid: z.uuid() });

type Imported = Awaited<ReturnType<typeof importJWK>>;

export type AccessTokens = ReturnType<typeof createAccessTokens>;

/** Access tokens: who and which session, signed for ten minutes. Whether the session still counts is asked each time. */
export function createAccessTokens(deps: { keys: SigningKeyRepository; clock: Clock; issuer: string }) {
  const { keys, clock, issuer } = deps;
  let known: { at: number; keys: SigningKey[] } | undefined;
  const imported = new Map<string, Promise<Imported>>();

  const load = async (): Promise<SigningKey[]> => {
    const now = clock.now();
    known = { at: now.getTime(), keys: await keys.usable(now) };
    return known.keys;
  };
  const published = async (olderThan = keepMs): Promise<SigningKey[]> =>
    known && clock.now().getTime() - known.at < olderThan ? known.keys : load();

  const keyOf = (id: string, jwk: JWK): Promise<Imported> => {
    const found = imported.get(id) ?? importJWK(jwk, algorithm);
    imported.set(id, found);
    return found;
  };

  const add = async (since: Date, activeInMs: number): Promise<boolean> => {
    const pair = await generateKeyPair(algorithm, { extractable: true });
    const id = newId();
    const common = { kid: id, alg: algorithm, use: 'sig' };
    const now = clock.now();
    const done = await keys.add(
      {
        id,
        publicJwk: { ...(await exportJWK(pair.publicKey)), ...common },
        privateJwk: { ...(await exportJWK(pair.privateKey)), ...common },
        activeAt: new Date(now.getTime() + activeInMs),
      },
      { now, since, retiredAt: new Date(now.getTime() + activeInMs + graceMs) },
    );
    await load();
    return done;
  };

  const current = async (): Promise<SigningKey> => {
    const active = (all: SigningKey[]) => all.find(({ activeAt }) => activeAt <= clock.now());
    const found = active(await published());
    if (found) return found;
    await add(new Date(0), 0);
    const made = active(await load());
    if (!made) throw new Error('There is no signing key');
    return made;
  };

  return {
    issue: async (userId: string, sessionId: string): Promise<string> => {
      const { id, privateJwk } = await current();
      const seconds = Math.floor(clock.now().getTime() / 1000);
      return new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: algorithm, kid: id, typ: 'JWT' })
        .setSubject(userId)
        .setIssuer(issuer)
        .setAudience(audience)
        .setJti(newId())
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + accessTokenSeconds)
        .sign(await keyOf(`${id} private`, privateJwk));
    },

    /** Throws `token_invalid`. A token that is right may still name a session that is over. */
    read: async (token: string): Promise<{ userId: string; sessionId: string }> => {
      try {
        const { payload } = await jwtVerify(
          token,
          async ({ kid }) => {
            const find = (all: SigningKey[]) => all.find(({ id }) => id === kid);
            const key = find(await published()) ?? find(await published(lookAgainMs));
            if (!key) throw tokenInvalid();
            return keyOf(key.id, key.publicJwk);
          },
          { algorithms: [algorithm], issuer, audience, currentDate: clock.now() },
        );
        const { sub, sid } = claimsSchema.parse(payload);
        return { userId: sub, sessionId: sid };
      } catch {
        throw tokenInvalid();
      }
    },

    /** For everybody who wants to check a token: every key that a token of now may be signed with. */
    publicKeys: async (): Promise<{ keys: JWK[] }> => {
      await current();
      return { keys: (await published()).map(({ publicJwk }) => publicJwk) };
    },

    /** A new key, unless one was made in the last `days`; nobody is signed out by it. For a daily job. True when there is a new one. */
    rotate: (days = keyDays): Promise<boolean> => add(new Date(clock.now().getTime() - days * day), announceMs),
  };
}
