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

/** The visitor's address: what our own servers vouch for, else the other end of the connection. */
export function clientAddress(request: IncomingMessage, internalSecret: string): string {
  const forwarded = request.headers['x-forwarded-for'];
  if (typeof forwarded === 'string' && isInternal(request, internalSecret)) {
    return forwarded.split(',')[0]?.trim() || '';
  }
  return request.socket.remoteAddress ?? '';
}
