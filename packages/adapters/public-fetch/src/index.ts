import { lookup as dnsLookup } from 'node:dns/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import type { FetchRefusal, PublicFetcher } from '@mallhive/catalog/ports';
import { isPublicAddress } from './public-address.ts';

interface Resolved {
  address: string;
  family: number;
}

export interface PublicFetchOptions {
  /** For everything together: name, connection, redirects and body. */
  timeoutMs?: number;
  redirects?: number;
  /** Which addresses may be spoken to, and how names become addresses. Tests stand in their own. */
  allows?: (address: string) => boolean;
  resolve?: (hostname: string) => Promise<Resolved[]>;
  ports?: readonly number[];
}

class Refused extends Error {
  readonly refusal: FetchRefusal;
  constructor(refusal: FetchRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

const standardPorts = [80, 443, 8080, 8443];

function parse(text: string, base?: URL): URL {
  const url = URL.canParse(text, base) ? new URL(text, base) : null;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) throw new Refused('address_refused');
  if (url.username || url.password || !url.hostname) throw new Refused('address_refused');
  return url;
}

/**
 * Reads what a stranger's address leads to. Every hop is resolved by us, all its addresses must be public, and the
 * connection goes to exactly the address that was checked, so that a name cannot change its meaning in between.
 */
export function createPublicFetcher(options: PublicFetchOptions = {}): PublicFetcher {
  const { timeoutMs = 15_000, redirects = 3, allows = isPublicAddress, ports = standardPorts } = options;
  const resolve = options.resolve ?? ((hostname: string) => dnsLookup(hostname, { all: true, verbatim: true }));

  async function checkedAddress(url: URL): Promise<Resolved> {
    const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
    if (!ports.includes(port)) throw new Refused('address_refused');
    const hostname = url.hostname.replace(/^\[|\]$/g, '');
    const family = isIP(hostname);
    const found = family
      ? [{ address: hostname, family }]
      : await resolve(hostname.replace(/\.$/, '')).catch(() => {
          throw new Refused('address_unreachable');
        });
    const [first] = found;
    if (!first) throw new Refused('address_unreachable');
    if (!found.every(({ address }) => allows(address))) throw new Refused('address_refused');
    return first;
  }

  function open(url: URL, pinned: Resolved, signal: AbortSignal): Promise<IncomingMessage> {
    return new Promise((done, fail) => {
      const outgoing = (url.protocol === 'https:' ? httpsRequest : httpRequest)(
        url,
        {
          signal,
          agent: false,
          headers: { accept: 'image/*', 'accept-encoding': 'identity', 'user-agent': 'MallHive picture import' },
          // Asked by the socket instead of DNS: the one address that was checked.
          lookup: (_hostname, lookupOptions, callback) => {
            if (lookupOptions.all) callback(null, [pinned]);
            else callback(null, pinned.address, pinned.family);
          },
        },
        (answer) => {
          const { remoteAddress } = answer.socket;
          if (remoteAddress && !allows(remoteAddress.replace(/^::ffff:(?=\d+\.)/, ''))) {
            answer.destroy();
            fail(new Refused('address_refused'));
          } else done(answer);
        },
      );
      outgoing.on('error', fail);
      outgoing.end();
    });
  }

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
    let url = parse(address);
    for (let hop = 0; hop <= redirects; hop += 1) {
      const answer = await open(url, await checkedAddress(url), signal);
      try {
        const status = answer.statusCode ?? 0;
        const { location } = answer.headers;
        if (status >= 300 && status < 400 && location) {
          url = parse(location, url);
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
