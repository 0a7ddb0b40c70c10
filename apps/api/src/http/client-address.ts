import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export function sameSecret(given: string | string[] | undefined, expected: string): boolean {
  if (typeof given !== 'string') return false;
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** True when the call comes by one of our own servers, also when it only hands on what a browser asked. */
export function isInternal(request: IncomingMessage, internalSecret: string): boolean {
  return sameSecret(request.headers['x-internal-secret'], internalSecret);
}

/**
 * The visitor's address: what our own servers vouch for, else what our own proxies wrote (the last entries, a visitor can
 * put anything before them), else the other end of the connection.
 */
export function clientAddress(request: IncomingMessage, internalSecret: string, trustedProxies = 0): string {
  const header = request.headers['x-forwarded-for'];
  const hops = typeof header === 'string' ? header.split(',').map((hop) => hop.trim()) : [];
  if (isInternal(request, internalSecret)) return hops[0] || (request.socket.remoteAddress ?? '');
  return (trustedProxies > 0 && hops.at(-trustedProxies)) || (request.socket.remoteAddress ?? '');
}
