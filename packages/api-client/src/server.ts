import type { IncomingHttpHeaders } from 'node:http';
import type { AppRouter } from '@mallhive/api-contract';
import { createTRPCClient, httpBatchLink, type TRPCClient } from '@trpc/client';
import { createKeepAliveFetch } from './keep-alive-fetch.ts';

export { ApiTimeoutError } from './keep-alive-fetch.ts';

export type ServerApi = TRPCClient<AppRouter>;

export interface ServerApiOptions {
  /** The API's origin: `http://127.0.0.1:3007`. */
  url: string;
  /** See `forwardedHeaders`. None for pages that everybody gets alike. */
  headers?: Record<string, string>;
  timeoutMs?: number;
  /** Cookies that the API sets (the guest's cart) for handing on to the browser. */
  onSetCookie?: (cookies: string[]) => void;
}

/** What a page's server hands on of a visitor's request: who it is, and the request id that joins the logs. */
export function forwardedHeaders(
  request: { headers: IncomingHttpHeaders; socket?: { remoteAddress?: string | undefined } },
  internalSecret?: string,
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of ['cookie', 'x-request-id', 'user-agent']) {
    const value = request.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  if (internalSecret) {
    // The API believes the address only together with the secret.
    headers['x-internal-secret'] = internalSecret;
    const address = request.headers['x-forwarded-for'] ?? request.socket?.remoteAddress;
    if (address) headers['x-forwarded-for'] = String(address);
  }
  return headers;
}

/** The API for the server side of the web apps: calls of one tick go as one request over a connection that stays open. */
export function createServerApi({ url, headers = {}, timeoutMs = 10_000, onSetCookie }: ServerApiOptions): ServerApi {
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: `${url}/api/trpc`,
        headers,
        maxItems: 10,
        maxURLLength: 8_000,
        fetch: createKeepAliveFetch(timeoutMs, onSetCookie),
      }),
    ],
  });
}
