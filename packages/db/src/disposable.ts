import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts';

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** A server in a temporary folder; `stop` removes it. For tests and for tools that only need some PostgreSQL. */
export async function startDisposablePostgres(): Promise<EmbeddedPostgres> {
  const home = await mkdtemp(join(tmpdir(), 'mallhive-pg-'));
  await chmod(home, 0o755);
  const server = await startEmbeddedPostgres({
    dataDir: join(home, 'data'),
    port: await freePort(),
    disposable: true,
  });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
