import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { handleApi } from './api.ts';
import type { Engine } from './engine.ts';
import { handlePages } from './pages/handle-pages.ts';

const bodyLimit = 16 * 1024 * 1024;

class BodyTooLong extends Error {}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > bodyLimit) throw new BodyTooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

async function answer(engine: Engine, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/health') return sendJson(response, 200, { status: 'ok' });
  const text = request.method === 'POST' ? await readBody(request) : '';
  if (await handlePages(engine, request, response, url)) return;
  let body: unknown;
  try {
    body = text === '' ? undefined : JSON.parse(text);
  } catch {
    return sendJson(response, 400, { error: 'The body is not JSON', status: 400 });
  }
  const reply = await handleApi(engine, request, url.pathname, body);
  if (reply) sendJson(response, reply.status, reply.json);
  else sendJson(response, 404, { error: 'Not found', status: 404 });
}

/** Longer than clients keep idle connections, so that none is closed under a request. */
const keepAliveTimeout = 75_000;

export function createHttpServer(engine: Engine): Server {
  return createServer({ keepAliveTimeout }, (request, response) => {
    answer(engine, request, response).catch((error: unknown) => {
      if (response.headersSent) return response.destroy();
      if (error instanceof BodyTooLong) return sendJson(response, 413, { error: 'The body is too long', status: 413 });
      engine.settings.logger.error({ error, url: request.url }, 'A request failed');
      return sendJson(response, 500, { error: 'Internal error', status: 500 });
    });
  });
}
