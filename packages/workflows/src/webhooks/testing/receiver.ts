import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

interface Received {
  id: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A seller's own system: a real server that keeps what it gets and answers what the test says. */
export async function openReceiver() {
  const received: Received[] = [];
  const receiver = {
    received,
    /** What is answered next; `hang`: never. */
    answer: 200 as number | 'hang',
    /** Said with the answer. */
    text: 'thank you',
    location: undefined as string | undefined,
    url: '',
    /** The payload, when it is signed with this secret; throws when it is not. */
    verify: (secret: string, { headers, body }: Received) =>
      new Webhook(secret).verify(body, headers as Record<string, string>) as { type: string; data: unknown },
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      received.push({ id: String(request.headers['webhook-id']), headers: request.headers, body });
      if (receiver.answer === 'hang') return;
      response.writeHead(receiver.answer, receiver.location ? { location: receiver.location } : {});
      response.end(receiver.text);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return receiver;
}
export type Receiver = Awaited<ReturnType<typeof openReceiver>>;
