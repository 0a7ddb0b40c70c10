import { randomUUID } from 'node:crypto';
import { Agent, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

/** What the API answers on a web app's own origin, so that browsers need no other one. */
const forwarded = /^\/(api\/(trpc|files|events)|media|test-payments)(\/|\?|$)/;
const timeoutMs = 30_000;
/** Meant for one connection, not for the next. */
const hopByHop = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'trailer', 'proxy-authorization'];
const agents = {
  'http:': new Agent({ keepAlive: true, maxSockets: 128 }),
  'https:': new HttpsAgent({ keepAlive: true, maxSockets: 128 }),
};

export interface ForwardOptions {
  apiUrl: string;
  /** Makes the API believe the visitor's address that comes with a request. */
  internalSecret: string;
}

/** In production the ingress routes these paths; everywhere else the app does. False when the request is not for the API. */
export function forwardToApi(request: IncomingMessage, response: ServerResponse, options: ForwardOptions): boolean {
  if (!forwarded.test(request.url ?? '')) return false;
  const target = new URL(options.apiUrl);
  const headers: IncomingMessage['headers'] = { ...request.headers };
  for (const name of hopByHop) delete headers[name];
  // Never believed from outside.
  delete headers['x-internal-secret'];
  headers['x-forwarded-host'] = request.headers.host;
  headers['x-forwarded-for'] = request.socket.remoteAddress ?? '';
  headers['x-request-id'] ??= randomUUID();
  if (options.internalSecret) headers['x-internal-secret'] = options.internalSecret;
  const protocol = target.protocol as keyof typeof agents;
  const outgoing = (protocol === 'https:' ? httpsRequest : httpRequest)(
    {
      protocol,
      hostname: target.hostname,
      port: target.port,
      path: request.url,
      method: request.method,
      headers,
      agent: agents[protocol],
      timeout: timeoutMs,
    },
    (answer) => {
      const kept = Object.entries(answer.headers).filter(([name]) => !hopByHop.includes(name));
      response.writeHead(answer.statusCode ?? 502, Object.fromEntries(kept));
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    },
  );
  outgoing.on('timeout', () => outgoing.destroy(new Error('timeout')));
  outgoing.on('error', () => {
    if (response.headersSent) return response.destroy();
    response.writeHead(502, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    // The shape tRPC's client understands, so that pages show their own error state.
    const data = { code: 'BAD_GATEWAY', httpStatus: 502 };
    response.end(JSON.stringify({ error: { message: 'The shop cannot be reached right now', code: -32603, data } }));
  });
  response.on('close', () => !response.writableEnded && outgoing.destroy());
  request.pipe(outgoing);
  return true;
}
