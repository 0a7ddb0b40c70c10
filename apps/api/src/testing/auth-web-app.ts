import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createAuthHandler, type SessionOptions } from '@mallhive/session';

type Handler = ReturnType<typeof createAuthHandler>;

/** A web app that has nothing but `pages/api/auth/[...nextauth].ts`; every other address answers its own name. */
export async function startAuthWebApp(options: (origin: string) => SessionOptions) {
  let handler: Handler;
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  handler = createAuthHandler(options(origin));

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    if (!url.pathname.startsWith('/api/auth/')) return void response.end(url.pathname + url.search);
    const body = await text(request);
    const cookies = Object.fromEntries(
      (request.headers.cookie ?? '').split('; ').map((pair) => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
      }),
    );
    // What Next adds to a request and a response of an API route.
    const extended = Object.assign(request, {
      query: { ...Object.fromEntries(url.searchParams), nextauth: url.pathname.split('/').slice(3) },
      cookies,
      body: Object.fromEntries(new URLSearchParams(body)),
    });
    const reply = Object.assign(response, {
      status: (code: number) => {
        response.statusCode = code;
        return reply;
      },
      json: (value: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(value)),
      send: (value: unknown) => response.end(typeof value === 'string' ? value : JSON.stringify(value)),
    });
    await handler(...([extended, reply] as unknown as Parameters<Handler>));
  }
  return { origin, close: () => new Promise((resolve) => server.close(resolve)) };
}

/** A browser as far as sign-in needs one: keeps cookies by host, follows redirects. */
export function createBrowser() {
  const jar = new Map<string, Map<string, string>>();
  const request = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const { hostname } = new URL(url);
    const mine = jar.get(hostname) ?? new Map<string, string>();
    jar.set(hostname, mine);
    const cookie = [...mine].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0/i.test(line)) mine.delete(name);
      else mine.set(name, value);
    }
    return response;
  };
  /** Where the redirects end. */
  const visit = async (url: string): Promise<string> => {
    for (let hop = 0; hop < 20; hop += 1) {
      const response = await request(url);
      await response.arrayBuffer();
      const next = response.headers.get('location');
      if (!next) return url;
      url = new URL(next, url).href;
    }
    throw new Error(`Too many redirects, last to ${url}`);
  };
  const post = async (origin: string, path: string, fields: Record<string, string>) => {
    const { csrfToken } = (await (await request(`${origin}/api/auth/csrf`)).json()) as { csrfToken: string };
    const body = new URLSearchParams({ ...fields, csrfToken, json: 'true' });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const response = await request(`${origin}/api/auth/${path}`, { method: 'POST', headers, body: body.toString() });
    return ((await response.json()) as { url: string }).url;
  };
  return {
    cookieOf: (host: string) => [...(jar.get(host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; '),
    /** Through the issuer and back; answers path and query of where the browser ends. */
    signInWith: async (origin: string, provider: string): Promise<string> => {
      const end = new URL(await visit(await post(origin, `signin/${provider}`, { callbackUrl: `${origin}/after` })));
      return end.pathname + end.search;
    },
    /** What next-auth/react's `signIn('credentials', …)` gives as `error`; null when the person is in. */
    signIn: async (origin: string, credentials: Record<string, string>): Promise<string | null> =>
      new URL(
        await post(origin, 'callback/credentials', { ...credentials, callbackUrl: `${origin}/after` }),
      ).searchParams.get('error'),
    session: async (origin: string) =>
      (await (await request(`${origin}/api/auth/session`)).json()) as { user?: { id: string; email: string } },
  };
}
