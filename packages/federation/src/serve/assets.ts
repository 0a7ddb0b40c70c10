import type { ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
};
const compressible = new Set(['js', 'css', 'json', 'svg']);
const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
const compressed = new WeakMap<Buffer, Map<string, Promise<Buffer>>>();

/** Each file is compressed once in its life. */
function encode(body: Buffer, encoding: 'br' | 'gzip'): Promise<Buffer> {
  const known = compressed.get(body) ?? new Map<string, Promise<Buffer>>();
  compressed.set(body, known);
  const made =
    known.get(encoding) ??
    (encoding === 'br'
      ? toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
      : toGzip(body, { level: 9 }));
  known.set(encoding, made);
  return made;
}

/** A file whose address changes with its content. */
export async function sendImmutable(response: ServerResponse, path: string, body: Buffer, accept: string) {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  const encoding = accept.includes('br') ? 'br' : accept.includes('gzip') ? 'gzip' : undefined;
  const packed = encoding && compressible.has(extension) ? encoding : undefined;
  const sent = packed ? await encode(body, packed) : body;
  response.writeHead(200, {
    'content-type': types[extension] ?? 'application/octet-stream',
    'content-length': sent.length,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
    ...(packed ? { 'content-encoding': packed } : {}),
  });
  response.end(sent);
}

export function sendJson(response: ServerResponse, status: number, value: unknown) {
  response.writeHead(status, { 'content-type': types.json, 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}

export function sendNothing(response: ServerResponse, status: number) {
  response.writeHead(status, { 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' });
  response.end(status === 404 ? 'Not found' : '');
}
