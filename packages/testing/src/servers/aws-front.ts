import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AwsFault {
  status: number;
  /** The name of AWS's error: `ThrottlingException`. */
  type: string;
  message?: string;
}

export interface AwsCall {
  path: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

export interface AwsFront {
  url: string;
  /** Every call that came, those that were answered with a fault too. */
  calls: AwsCall[];
  /** The next calls get these instead of an answer: an error, silence, or an answer of ours. */
  next(...answers: (AwsFault | 'silence' | { json: unknown })[]): void;
  stop(): Promise<void>;
}

/** Stands before moto and fails when it is told to, as AWS does: throttling, outages, silence. Without `behind` every answer is told. */
export async function startAwsFront(behind: string | null): Promise<AwsFront> {
  const calls: AwsCall[] = [];
  const waiting: (AwsFault | 'silence' | { json: unknown })[] = [];
  const fail = (response: ServerResponse, { status, type, message = type }: AwsFault, json: boolean) => {
    response.writeHead(status, {
      'content-type': json ? 'application/x-amz-json-1.1' : 'text/xml',
      'x-amzn-errortype': type,
    });
    const sender = status < 500 ? 'Sender' : 'Receiver';
    response.end(
      json
        ? JSON.stringify({ __type: type, message })
        : `<ErrorResponse><Error><Type>${sender}</Type><Code>${type}</Code><Message>${message}</Message></Error></ErrorResponse>`,
    );
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    calls.push({ path: request.url ?? '', headers, body: body.toString('utf8') });
    const told = waiting.shift();
    if (told === 'silence') return;
    if (told && 'json' in told) {
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(told.json));
      return;
    }
    if (told) return fail(response, told, !headers['content-type']?.includes('urlencoded'));
    if (!behind)
      return fail(response, { status: 500, type: 'InternalFailure', message: 'nobody said what to answer' }, true);
    const { host: _, 'content-length': __, connection: ___, expect: ____, ...passed } = headers;
    // AWS's clients sign the address that they know; moto looks at no signature.
    const answer = await fetch(`${behind}${request.url}`, {
      method: request.method ?? 'POST',
      headers: passed,
      ...(body.length > 0 && { body }),
    });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    next: (...answers) => {
      waiting.push(...answers);
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
