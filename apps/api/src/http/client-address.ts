import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** True when the call comes from one of our own servers. */
export function isInternal(request: IncomingMessage, internalSecret: string): boolean {
  const given = request.headers['x-internal-secret'];
  if (typeof given !== 'string') return false;
  const [left, right] = [Buffer.from(given), Buffer.from(internalSecret)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The visitor's address: what our own servers vouch for, else the other end of the connection. */
export function clientAddress(request: IncomingMessage, internalSecret: string): string {
  const forwarded = request.headers['x-forwarded-for'];
  if (typeof forwarded === 'string' && isInternal(request, internalSecret)) {
    return forwarded.split(',')[0]?.trim() || '';
  }
  return request.socket.remoteAddress ?? '';
}
