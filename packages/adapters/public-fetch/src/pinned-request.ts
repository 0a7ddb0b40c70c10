import { lookup as dnsLookup } from 'node:dns/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

interface Resolved {
  address: string;
  family: number;
}

export interface PinnedOptions {
  /** Which addresses may be spoken to, and how names become addresses. Tests stand in their own. */
  allows?: (address: string) => boolean;
  resolve?: (hostname: string) => Promise<Resolved[]>;
  ports?: readonly number[] | 'any';
}

export class Refused extends Error {
  readonly refusal: 'address_refused' | 'address_unreachable' | 'picture_too_large';
  constructor(refusal: Refused['refusal']) {
    super(refusal);
    this.refusal = refusal;
  }
}

const standardPorts = [80, 443, 8080, 8443];

interface Outgoing {
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal;
}

/**
 * Requests to addresses that strangers name. The name is resolved by us, all its addresses must be public, and the
 * connection goes to exactly the address that was checked, so that a name cannot change its meaning in between.
 */
export function createPinnedRequest(options: PinnedOptions = {}) {
  const { allows = isPublicAddress, ports = standardPorts } = options;
  const resolve = options.resolve ?? ((hostname: string) => dnsLookup(hostname, { all: true, verbatim: true }));

  function assertShape(url: URL): string {
    const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
    if (ports !== 'any' && !ports.includes(port)) throw new Refused('address_refused');
    return url.hostname.replace(/^\[|\]$/g, '');
  }

  async function checkedAddress(url: URL): Promise<Resolved> {
    const hostname = assertShape(url);
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

  return {
    /** Whether the address could be one that is spoken to; its name is not resolved. */
    mayBe(url: URL): boolean {
      try {
        const hostname = assertShape(url);
        if (isIP(hostname)) return allows(hostname);
        return allows('127.0.0.1') || !/^localhost\.?$|\.localhost\.?$/i.test(hostname);
      } catch {
        return false;
      }
    },
    /** Throws Refused, or what the socket throws. The caller destroys the answer. */
    async open(url: URL, { method, headers, body, signal }: Outgoing): Promise<IncomingMessage> {
      const pinned = await checkedAddress(url);
      return new Promise((done, fail) => {
        const outgoing = (url.protocol === 'https:' ? httpsRequest : httpRequest)(
          url,
          {
            method,
            signal,
            agent: false,
            headers,
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
        outgoing.end(body);
      });
    },
  };
}

/** Throws Refused for anything but http and https without a user name. */
export function parseAddress(text: string, base?: URL): URL {
  const url = URL.canParse(text, base) ? new URL(text, base) : null;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) throw new Refused('address_refused');
  if (url.username || url.password || !url.hostname) throw new Refused('address_refused');
  return url;
}
