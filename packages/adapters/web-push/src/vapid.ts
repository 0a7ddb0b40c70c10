import { createECDH, createPrivateKey, type KeyObject, sign } from 'node:crypto';

export interface VapidKeys {
  /** What a browser subscribes with, base64url. */
  publicKey: string;
  key: KeyObject;
}

/** The shop's key pair for push services, from 32 secret bytes: the same secret is the same pair. */
export function vapidKeys(secret: Buffer): VapidKeys {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(secret);
  const point = pair.getPublicKey();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const jwk = { kty: 'EC', crv: 'P-256', d: secret.toString('base64url'), x, y };
  return { publicKey: point.toString('base64url'), key: createPrivateKey({ key: jwk, format: 'jwk' }) };
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Who asks, for the push service of that endpoint (RFC 8292). Good for twelve hours. */
export function vapidHeader(
  { publicKey, key }: VapidKeys,
  endpoint: string,
  subject: string,
  now = Date.now(),
): string {
  const claims = { aud: new URL(endpoint).origin, exp: Math.floor(now / 1000) + 43_200, sub: subject };
  const content = `${encoded({ typ: 'JWT', alg: 'ES256' })}.${encoded(claims)}`;
  const proof = sign('sha256', Buffer.from(content), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  return `vapid t=${content}.${proof}, k=${publicKey}`;
}
