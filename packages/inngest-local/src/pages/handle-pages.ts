import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRuns } from '../create-runs.ts';
import { inTransaction } from '../database.ts';
import type { Engine } from '../engine.ts';
import type { EventPayload } from '../protocol.ts';
import { cancelRun } from '../run-state.ts';
import type { Html } from './html.ts';
import { listFunctions } from './list-functions.ts';
import { listRuns } from './list-runs.ts';
import { showRun } from './show-run.ts';
import { refreshScript, style } from './style.ts';

const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; " +
    "base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { ...securityHeaders, 'content-type': `${type}; charset=utf-8` });
  response.end(text);
}

/** A name that points here from elsewhere (DNS rebinding) must not read or steer runs. */
function isOwnHost(engine: Engine, request: IncomingMessage): boolean {
  const name = URL.parse(`http://${request.headers.host ?? ''}`)?.hostname ?? '';
  return ['localhost', '127.0.0.1', '[::1]', engine.settings.host].includes(name);
}

function isSameOrigin(request: IncomingMessage): boolean {
  const origin = request.headers.origin;
  return typeof origin === 'string' && URL.parse(origin)?.host === request.headers.host;
}

async function rerun(engine: Engine, runId: string): Promise<string | undefined> {
  const { rows } = await engine.pool.query<{ function_id: string; events: EventPayload[] }>(
    'SELECT function_id, events FROM inngest_local.runs WHERE id = $1',
    [runId],
  );
  const [run] = rows;
  const fn = run && engine.registry.get(run.function_id);
  if (!run || !fn) return undefined;
  const [id] = await inTransaction(engine.pool, (db) => createRuns(db, [{ fn, events: run.events, rerunOf: runId }]));
  engine.wake('jobs');
  return id;
}

async function act(engine: Engine, request: IncomingMessage, response: ServerResponse, runId: string, action: string) {
  if (!isSameOrigin(request)) return send(response, 403, 'text/plain', 'Only from this page');
  let target: string | undefined = runId;
  if (action === 'rerun') target = await rerun(engine, runId);
  else await inTransaction(engine.pool, (db) => cancelRun(db, engine.registry, runId, 'Cancelled by hand'));
  if (action === 'cancel') engine.wake('jobs');
  if (!target) return send(response, 404, 'text/plain', 'This run or its function is gone');
  response.writeHead(303, { location: `/runs/${target}` });
  response.end();
}

async function render(engine: Engine, url: URL): Promise<Html | undefined> {
  if (url.pathname === '/functions') return listFunctions(engine);
  const run = /^\/runs\/([\w-]+)$/.exec(url.pathname);
  if (run?.[1]) return showRun(engine, run[1]);
  const parameter = (name: string): string => url.searchParams.get(name) ?? '';
  const filter = {
    status: parameter('status'),
    fn: parameter('fn'),
    event: parameter('event'),
    before: parameter('before'),
  };
  return url.pathname === '/' ? listRuns(engine, filter) : undefined;
}

/** The pages for people. False for an address that is not one of them. */
export async function handlePages(
  engine: Engine,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const action = /^\/runs\/([\w-]+)\/(rerun|cancel)$/.exec(url.pathname);
  const isPage = request.method === 'GET' && /^\/(?:functions|runs\/[\w-]+|assets\/[\w.]+)?$/.test(url.pathname);
  if (!isPage && !(action && request.method === 'POST')) return false;
  if (!isOwnHost(engine, request)) {
    send(response, 403, 'text/plain', 'Not under this name');
    return true;
  }
  if (action?.[1] && action[2]) {
    await act(engine, request, response, action[1], action[2]);
    return true;
  }
  if (url.pathname === '/assets/style.css') send(response, 200, 'text/css', style);
  else if (url.pathname === '/assets/refresh.js') send(response, 200, 'text/javascript', refreshScript);
  else {
    const page = await render(engine, url);
    if (page) send(response, 200, 'text/html', page.text);
    else send(response, 404, 'text/plain', 'There is no such page');
  }
  return true;
}
