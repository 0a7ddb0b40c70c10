import { createServer, request } from 'node:http';
import { createOpenSearchIndex } from '@mallhive/adapter-opensearch';
import { createSearch } from '@mallhive/search';
import { fakeProductSource } from '@mallhive/search/testing';
import type { Engines } from './engines.ts';

/** A search whose requests to the node are written down on their way. */
export async function recordingSearch({ db, node }: Engines) {
  const bodies: string[] = [];
  const target = new URL(node.url);
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      if (incoming.url?.includes('/_search')) bodies.push(body.toString());
      const { method, url, headers } = incoming;
      const passed = request({ host: target.hostname, port: target.port, method, path: url, headers }, (reply) => {
        outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(outgoing);
      });
      passed.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { source } = fakeProductSource();
  const search = createSearch({ db, source, index: createOpenSearchIndex({ url: `http://127.0.0.1:${port}` }) });
  return {
    search,
    bodies,
    stop: async () => {
      await search.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
