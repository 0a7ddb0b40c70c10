import type { IncomingMessage, ServerResponse } from 'node:http';
import { cookieIn } from './cookie.ts';
import { wayBack } from './way-back.ts';

export interface Visitor {
  userAgent: string;
  address: string;
  /** The device token of an earlier sign-in. */
  device: string | undefined;
  /** What the cookies tell of the visitor's language; the API knows which there are. */
  locale: string | undefined;
}

const deviceDays = 365;
const deviceCookie = (secure: boolean) => `${secure ? '__Secure-' : ''}mh_device`;

/**
 * The visitor's address. Of X-Forwarded-For only what our own proxies wrote is believed: its last entries. A visitor can
 * put anything before them, and would otherwise have a new address for every attempt.
 */
export function visitorAddress(request: Pick<IncomingMessage, 'headers' | 'socket'>, trustedProxies: number): string {
  const header = request.headers['x-forwarded-for'];
  const hops = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((hop) => hop.trim());
  const vouched = trustedProxies > 0 ? hops.at(-trustedProxies) : undefined;
  return vouched || (request.socket?.remoteAddress ?? '');
}

export function readVisitor(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  options: { secure: boolean; trustedProxies: number; languages?: readonly string[] },
): Visitor {
  const cookies = request.headers.cookie ?? '';
  return {
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 400),
    address: visitorAddress(request, options.trustedProxies),
    device: cookieIn(cookies, deviceCookie(options.secure)),
    // Of the page from which somebody went to an outside issuer, else what they chose once.
    locale: wayBack(cookies, options.languages ?? []).language.slice(1) || cookieIn(cookies, 'mh_locale'),
  };
}

/** Beside what NextAuth sets by itself. */
export function keepDevice(response: ServerResponse, device: string, secure: boolean): void {
  const cookie = `${deviceCookie(secure)}=${device}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${deviceDays * 86_400}${secure ? '; Secure' : ''}`;
  response.appendHeader('set-cookie', cookie);
}
