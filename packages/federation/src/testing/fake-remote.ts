import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Release } from '../registry/download.ts';
import type { ReleaseSource } from '../serve/releases.ts';
import { serveFederation } from '../serve/routes.ts';

/** How a remote can go wrong; `flipped` changes one byte of every script, `lost-chunks` has the manifest alone. */
export type Behaviour = 'well' | 'hanging' | 'html' | 'lost-chunks' | 'flipped';

export interface FakeRemote {
  origin: string;
  port: number;
  behave(behaviour: Behaviour): void;
  deploy(release: Release): void;
  stop(): Promise<void>;
}

/** Serves releases as a remote does, and misbehaves on request. */
export async function startFakeRemote(release: Release, port = 0): Promise<FakeRemote> {
  const releases = new Map([[release.manifest.version, release]]);
  let current = release;
  let behaviour: Behaviour = 'well';
  const source: ReleaseSource = {
    current: async () => current.manifest,
    async read(version, side, path) {
      const body = releases.get(version)?.[side].get(path);
      if (!body || behaviour === 'lost-chunks') return undefined;
      if (behaviour !== 'flipped' || !path.endsWith('.js')) return body;
      const flipped = Buffer.from(body);
      flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1;
      return flipped;
    },
  };
  const waiting = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (behaviour === 'hanging') return void waiting.add(response);
    if (behaviour === 'html') return void response.setHeader('content-type', 'text/html').end('<h1>Welcome</h1>');
    serveFederation(request, response, { releases: { name: current.manifest.name, source } }).then(
      (served) => served || response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const used = (server.address() as AddressInfo).port;
  return {
    origin: `http://127.0.0.1:${used}`,
    port: used,
    behave(next) {
      behaviour = next;
      for (const response of waiting) response.destroy();
      waiting.clear();
    },
    deploy(next) {
      releases.set(next.manifest.version, next);
      current = next;
    },
    stop: () => close(server),
  };
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
