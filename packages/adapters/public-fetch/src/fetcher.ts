import type { IncomingMessage } from 'node:http';
import type { PublicFetcher } from '@mallhive/catalog/ports';
import { createPinnedRequest, type PinnedOptions, parseAddress, Refused } from './pinned-request.ts';

interface PublicFetchOptions extends PinnedOptions {
  /** For everything together: name, connection, redirects and body. */
  timeoutMs?: number;
  redirects?: number;
}

const headers = { accept: 'image/*', 'accept-encoding': 'identity', 'user-agent': 'MallHive picture import' };

/** Reads what a stranger's address leads to, redirects included; each hop is checked like the first. */
export function createPublicFetcher(options: PublicFetchOptions = {}): PublicFetcher {
  const { timeoutMs = 15_000, redirects = 3 } = options;
  const pinned = createPinnedRequest(options);

  async function body(answer: IncomingMessage, maximumBytes: number): Promise<Buffer> {
    if (Number(answer.headers['content-length'] ?? 0) > maximumBytes) throw new Refused('picture_too_large');
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maximumBytes) throw new Refused('picture_too_large');
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  async function follow(address: string, maximumBytes: number, signal: AbortSignal): Promise<Buffer> {
    let url = parseAddress(address);
    for (let hop = 0; hop <= redirects; hop += 1) {
      const answer = await pinned.open(url, { method: 'GET', headers, signal });
      try {
        const status = answer.statusCode ?? 0;
        const { location } = answer.headers;
        if (status >= 300 && status < 400 && location) {
          url = parseAddress(location, url);
          continue;
        }
        if (status !== 200) throw new Refused('address_unreachable');
        return await body(answer, maximumBytes);
      } finally {
        answer.destroy();
      }
    }
    throw new Refused('address_unreachable');
  }

  return {
    fetch: async (url, { maximumBytes }) => {
      const overtime = new AbortController();
      const timer = setTimeout(() => overtime.abort(), timeoutMs);
      const late = new Promise<never>((_, reject) => {
        overtime.signal.addEventListener('abort', () => reject(new Refused('address_unreachable')));
      });
      try {
        return await Promise.race([follow(url, maximumBytes, overtime.signal), late]);
      } catch (error) {
        return error instanceof Refused ? error.refusal : 'address_unreachable';
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
