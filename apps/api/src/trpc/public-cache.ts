import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CachePolicy } from '@mallhive/trpc';
import { LRUCache } from 'lru-cache';
import { securityHeaders } from '../http/security-headers.ts';

interface Entry {
  body: Buffer;
  etag: string;
  headers: string[];
  notModified: string[];
  expiresAt: number;
  /** Events after which the answer may be old. */
  events: Set<string>;
  /** Ids that occur in the answer, when only an event about one of them matters. */
  mentions: Set<string> | null;
  again: (() => void) | null;
}

export interface CacheStore {
  url: string;
  policies: readonly CachePolicy[];
  body: string;
  /** The same as bytes. */
  bytes: Buffer;
  /** What `begin()` said before the answer was computed. */
  began: number;
  /** Called each time that the kept answer is given. */
  again?: (() => void) | null;
}

export interface DomainNotice {
  names: readonly string[];
  /** Null: too many to be sent; assume that anything of these names happened. */
  events: readonly { name: string; data: unknown }[] | null;
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const maximumBytes = 64 * 1024 * 1024;
const prefix = '/api/trpc/';
const safety = Object.entries(securityHeaders).flat();

/**
 * Answers of public queries as ready bytes, by address. `serve` runs before the framework sees the request, so a hit
 * costs little more than a bare server does.
 */
export function createPublicCache() {
  const entries = new LRUCache<string, Entry>({
    max: 20_000,
    maxSize: maximumBytes,
    sizeCalculation: ({ body }, url) => body.length + url.length + 600,
  });
  /** When each event was last heard of, as a sequence, so that an answer computed before and stored after is refused. */
  const heard = new Map<string, number>();
  let sequence = 0;
  // Off until the listener hears the events; on from then until it loses the connection.
  let on = false;
  const counts = { hits: 0, misses: 0, dropped: 0 };

  function drop(url: string): void {
    if (entries.delete(url)) counts.dropped += 1;
  }

  return {
    counts,
    get size() {
      return entries.size;
    },
    enable(): void {
      entries.clear();
      sequence += 1;
      on = true;
    },
    disable(): void {
      on = false;
      entries.clear();
    },

    /** True when the request has been answered. */
    serve(request: IncomingMessage, response: ServerResponse): boolean {
      const { url } = request;
      if (!url?.startsWith(prefix) || request.method !== 'GET') return false;
      // A client that asks for another format of answer than the kept one.
      if (request.headers['trpc-accept']) return false;
      const entry = entries.get(url);
      if (!entry) {
        counts.misses += 1;
        return false;
      }
      if (entry.expiresAt < Date.now()) {
        entries.delete(url);
        counts.misses += 1;
        return false;
      }
      counts.hits += 1;
      entry.again?.();
      if (request.headers['if-none-match'] === entry.etag) {
        response.writeHead(304, entry.notModified);
        response.end();
        return true;
      }
      response.writeHead(200, entry.headers);
      response.end(entry.body);
      return true;
    },

    begin: (): number => sequence,

    /** Keeps an answer, unless something happened meanwhile that may have made it old. */
    store({ url, policies, body, bytes, began, again = null }: CacheStore): void {
      if (!on || url.length > 4_000) return;
      const events = new Set(policies.flatMap((policy) => policy.events ?? []));
      for (const name of events) if ((heard.get(name) ?? 0) > began) return;
      const seconds = Math.min(...policies.map((policy) => policy.seconds));
      const onlyMentions = policies.every((policy) => policy.match === 'mentions');
      const etag = `"${hash('sha1', bytes, 'base64url')}"`;
      const common = ['etag', etag, 'cache-control', 'public, max-age=0, must-revalidate'];
      entries.set(url, {
        body: bytes,
        etag,
        headers: ['content-type', 'application/json', 'content-length', String(bytes.length), ...common, ...safety],
        notModified: common,
        expiresAt: Date.now() + seconds * 1000,
        events,
        mentions: onlyMentions ? new Set(body.match(uuid)) : null,
        again,
      });
    },

    /** Drops what the events may have made old. */
    apply({ names, events }: DomainNotice): void {
      sequence += 1;
      for (const name of names) heard.set(name, sequence);
      const ids = events && new Set(JSON.stringify(events.map(({ data }) => data)).match(uuid));
      for (const [url, entry] of entries.entries()) {
        if (!names.some((name) => entry.events.has(name))) continue;
        const { mentions } = entry;
        if (!mentions || !ids || [...ids].some((id) => mentions.has(id))) drop(url);
      }
    },
  };
}

export type PublicCache = ReturnType<typeof createPublicCache>;
