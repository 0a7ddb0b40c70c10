import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Inngest, InngestFunction } from 'inngest';
import { serve } from 'inngest/node';

export interface SeenCall {
  fnId: string;
  stepId: string;
  headers: IncomingMessage['headers'];
}

/** A real app: the SDK served over HTTP, the way it is in production. */
export async function serveApp(
  client: Inngest,
  functions: InngestFunction.Any[],
  onCall: (call: SeenCall) => void = () => {},
  port = 0,
): Promise<{ server: Server; url: string }> {
  const handler = serve({ client, functions });
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const { fnId, stepId } = Object.fromEntries(url.searchParams);
    if (request.method === 'POST') onCall({ fnId: fnId ?? '', stepId: stepId ?? '', headers: request.headers });
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/inngest` };
}
