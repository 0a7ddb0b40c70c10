import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What packages/launcher/src/test/opensearch.ts puts there. */
const folder = path.resolve(import.meta.dirname, '../../../../.mallhive/tools/opensearch');

export interface OpenSearchServer {
  url: string;
  /** Ends the process at once, as a crash would. */
  kill(): Promise<void>;
  /** Starts it again on the same port, with what was on disk, or with nothing. */
  restart(options?: { empty?: boolean }): Promise<void>;
  stop(): Promise<void>;
}

const free = (port: number) =>
  new Promise<boolean>((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** The runner takes the port after the one it is given, and none beyond 9299. */
async function freePort(): Promise<number> {
  const first = 9_210 + Math.floor(Math.random() * 80);
  for (let port = first; port < 9_299; port += 1) if (await free(port)) return port;
  throw new Error('No port from 9210 to 9298 is free for OpenSearch.');
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** An OpenSearch node of its own on loopback. `npm test` brings what it is made of. */
export async function startOpenSearch(): Promise<OpenSearchServer> {
  if (!existsSync(path.join(folder, 'java')) || !existsSync(path.join(folder, 'lib'))) {
    throw new Error('OpenSearch is not there yet. `npm test -- --only=unit` brings it.');
  }
  const port = await freePort();
  const directory = await mkdtemp(path.join(tmpdir(), 'mallhive-opensearch-'));
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess;
  let said = '';

  async function start(): Promise<void> {
    const java = readFileSync(path.join(folder, 'java'), 'utf8').trim();
    child = spawn(
      java,
      [
        ...['-Xms256m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Djava.locale.providers=SPI,CLDR'],
        ...['-cp', path.join(folder, 'lib', '*'), 'org.codelibs.opensearch.runner.OpenSearchRunner'],
        ...[
          '-basePath',
          directory,
          '-numOfNode',
          '1',
          '-baseHttpPort',
          String(port - 1),
          '-clusterName',
          path.basename(directory),
        ],
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        said = `${said}${chunk}`.slice(-4_000);
      });
    }
    child.once('error', (error) => {
      said += String(error);
    });
    for (const until = Date.now() + 90_000; Date.now() < until && child.exitCode === null; ) {
      const up = await fetch(`${url}/_cluster/health?wait_for_status=yellow&timeout=20s`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (up) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    child.kill('SIGKILL');
    throw new Error(`OpenSearch did not come up:\n${said}`);
  }

  await start();
  return {
    url,
    async kill() {
      child.kill('SIGKILL');
      await ended(child);
    },
    async restart({ empty = false } = {}) {
      if (empty) await rm(path.join(directory, 'node_1', 'data'), { recursive: true, force: true });
      await start();
    },
    async stop() {
      child.kill('SIGTERM');
      await ended(child);
      await rm(directory, { recursive: true, force: true });
    },
  };
}
