import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

/** The part of fetch that tRPC's links use. */
interface RequestLike {
  body?: unknown;
  headers?: unknown;
  method?: string;
  signal?: AbortSignal | null;
}

const options = { keepAlive: true, maxSockets: 64, maxFreeSockets: 16, scheduling: 'lifo' } as const;
const httpAgent = new HttpAgent(options);
const httpsAgent = new HttpsAgent(options);

/** Thrown when the API did not answer in time. */
export class ApiTimeoutError extends Error {
  constructor(milliseconds: number) {
    super(`The API did not answer within ${milliseconds} ms`);
    this.name = 'ApiTimeoutError';
  }
}

async function read(response: IncomingMessage): Promise<string> {
  response.setEncoding('utf8');
  let text = '';
  for await (const chunk of response) text += chunk;
  return text;
}

/**
 * Connections to the API are kept open between requests; the platform's own fetch closes them after a few seconds.
 * A read whose connection the server had just closed is sent once more.
 */
export function createKeepAliveFetch(timeoutMs: number, onSetCookie?: (cookies: string[]) => void) {
  return async (input: RequestInfo | URL | string, init: RequestLike = {}) => {
    const url = new URL(typeof input === 'object' && 'url' in input ? input.url : input);
    const secure = url.protocol === 'https:';
    const attempt = () =>
      new Promise<{ response: IncomingMessage; text: string }>((resolve, reject) => {
        const outgoing = (secure ? httpsRequest : httpRequest)(
          url,
          {
            agent: secure ? httpsAgent : httpAgent,
            method: init.method ?? 'GET',
            headers: init.headers as Record<string, string>,
            signal: init.signal ?? undefined,
          },
          (response) => {
            read(response).then((text) => {
              clearTimeout(timer);
              resolve({ response, text });
            }, reject);
          },
        );
        const timer = setTimeout(() => outgoing.destroy(new ApiTimeoutError(timeoutMs)), timeoutMs);
        outgoing.on('error', (error) => {
          clearTimeout(timer);
          const stale = outgoing.reusedSocket && (error as NodeJS.ErrnoException).code === 'ECONNRESET';
          reject(stale && (init.method ?? 'GET') === 'GET' ? new StaleConnection() : error);
        });
        outgoing.end(typeof init.body === 'string' ? init.body : undefined);
      });

    const { response, text } = await attempt().catch((error: unknown) => {
      if (error instanceof StaleConnection) return attempt();
      throw error;
    });
    const cookies = response.headers['set-cookie'];
    if (cookies) onSetCookie?.(cookies);
    return {
      ok: (response.statusCode ?? 500) < 400,
      status: response.statusCode ?? 500,
      json: async (): Promise<unknown> => JSON.parse(text),
      text: async () => text,
    };
  };
}

class StaleConnection extends Error {}
