import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { createSessionCookie } from '@mallhive/session/token';
import { type ComposeOptions, type Composition, compose } from '../compose.ts';
import { readConfig } from '../config.ts';
import { createApp } from '../create-app.ts';
import { createListener } from '../outbox/listener.ts';
import type { PublicCache } from '../trpc/public-cache.ts';

const secret = 'test secret of thirty-two characters or more';

export interface ApiFixture {
  url: string;
  database: TestDatabase;
  composition: Composition;
  cache: PublicCache;
  /** A query over HTTP, as browsers send it. */
  query(procedure: string, input?: unknown, headers?: Record<string, string>): Promise<Response>;
  mutate(procedure: string, input?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Registers, signs in, and answers the cookie. */
  signIn(email: string): Promise<{ cookie: string; userId: string; sessionId: string }>;
  /** The cookie of a session that is open already. */
  sessionOf(session: { userId: string; sessionId: string }): Promise<{ cookie: string }>;
  close(): Promise<void>;
}

/** The whole API on a database of its own and any free port; no executor, no relay. */
export async function startApi(
  environment: Record<string, string> = {},
  options: ComposeOptions = {},
): Promise<ApiFixture> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'mallhive-api-'));
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    DATABASE_URL: database.url,
    MALLHIVE_DATA_DIR: dataDir,
    SESSION_SECRET: secret,
    INTERNAL_SECRET: `${secret} too`,
    TEST_PAYMENTS_WEBHOOK_SECRET: 'test webhook secret',
    LOG_LEVEL: 'silent',
    ...environment,
  });
  const composition = compose(config, options);
  const { server, cache } = await createApp(composition);
  await server.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  const listener = createListener({
    url: database.url,
    logger: composition.logger,
    onNotice: (notice) => cache.apply(notice),
    onConnected: () => cache.enable(),
    onLost: () => cache.disable(),
  });
  await listener.start();

  return {
    url,
    database,
    composition,
    cache,
    query: (procedure, input, headers = {}) => {
      const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
      return fetch(`${url}/api/trpc/${procedure}${query}`, { headers });
    },
    mutate: (procedure, input, headers = {}) =>
      fetch(`${url}/api/trpc/${procedure}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: input === undefined ? undefined : JSON.stringify(input),
      }),
    signIn: async (email) => {
      const { identity } = composition.facades;
      const password = 'a long enough password';
      await identity.register({ email, name: 'Test', password });
      const { user, sessionId } = await identity.signIn({ email, password });
      const cookie = await createSessionCookie(secret, { userId: user.id, sessionId });
      return { cookie, userId: user.id, sessionId };
    },
    sessionOf: async (session) => ({ cookie: await createSessionCookie(secret, session) }),
    close: async () => {
      await listener.stop();
      await server.close();
      await composition.close();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
