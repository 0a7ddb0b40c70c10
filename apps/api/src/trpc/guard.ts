import { AppError } from '@mallhive/kernel';
import type { FastifyRequest } from 'fastify';

const json = /^application\/json\b/i;

/**
 * A state change must be JSON, which no form of another site can send, and when a browser says where it comes from,
 * that must be one of our own pages. A call with `Authorization` may come from anywhere.
 */
export function createWriteGuard(trustedOrigins: readonly string[]): (request: FastifyRequest) => void {
  const trusted = new Set(trustedOrigins);
  return (request) => {
    if (request.method === 'GET' || request.method === 'HEAD') return;
    if (!json.test(request.headers['content-type'] ?? '')) {
      throw new AppError('bad_request', 'json_required', 'This call must be sent as application/json.');
    }
    // Acts by a credential that no other site's page has, and never by a cookie.
    if (request.headers.authorization !== undefined) return;
    const { origin } = request.headers;
    const site = request.headers['sec-fetch-site'];
    const foreign = origin ? !trusted.has(origin) : site === 'cross-site' || site === 'same-site';
    if (foreign) {
      request.log.warn({ origin, site }, 'state change from an untrusted origin');
      throw new AppError('forbidden', 'origin_not_trusted', 'This page may not do that.');
    }
  };
}
