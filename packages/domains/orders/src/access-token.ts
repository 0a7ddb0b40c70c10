import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The token of an order's confirmation link. Derived, so that every repeat of `place` answers the same one;
 * the database keeps only its hash, so that reading the database opens no order.
 */
export function accessTokenFor(secret: string, orderId: string): string {
  return createHmac('sha256', secret).update(`order-access:${orderId}`).digest('base64url');
}

export function hashAccessToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function opens(token: string, hash: string | null): boolean {
  if (!hash) return false;
  const [given, expected] = [Buffer.from(hashAccessToken(token)), Buffer.from(hash)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
