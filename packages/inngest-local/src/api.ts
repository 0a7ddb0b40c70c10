import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { acceptEvents } from './accept-events.ts';
import { signalPrefix } from './apply-operations.ts';
import { inTransaction } from './database.ts';
import type { Engine } from './engine.ts';
import { eventsBodySchema, operationSchema, type Registration, registrationSchema } from './protocol.ts';
import { isOver, lockRun, resolveStep } from './run-state.ts';
import { saveCheckpoint } from './save-checkpoint.ts';
import { isAuthorised, isSameKey } from './signing.ts';

export interface Reply {
  status: number;
  json: unknown;
}

const refused = (status: number, error: string): Reply => ({ status, json: { error, status } });

const checkpointSchema = z.object({ qi_id: z.string(), steps: z.array(operationSchema) });
const signalSchema = z.object({ signal: z.string(), data: z.unknown().optional() });

async function receiveEvents(engine: Engine, key: string, seed: string | undefined, body: unknown): Promise<Reply> {
  const { eventKey } = engine.settings;
  if (eventKey && !isSameKey(key, eventKey)) return refused(401, 'The event key is not known here');
  const events = eventsBodySchema.safeParse(body);
  if (!events.success) return refused(400, `Not events: ${z.prettifyError(events.error)}`);
  const ids = await acceptEvents(engine.pool, events.data, { dedupeWindowMs: engine.settings.dedupeWindowMs, seed });
  engine.wake('events');
  return { status: 200, json: { ids, status: 200 } };
}

/** The configured address of the app that registers: it may name itself `localhost` where `127.0.0.1` is configured. */
function appUrlOf(engine: Engine, registration: Registration): string | undefined {
  const given = registration.url ? new URL(registration.url) : undefined;
  return engine.settings.appUrls.find((appUrl) => {
    const url = new URL(appUrl);
    return given && url.port === given.port && url.pathname === given.pathname;
  });
}

async function register(engine: Engine, body: unknown): Promise<Reply> {
  const registration = registrationSchema.safeParse(body);
  if (!registration.success) return refused(400, z.prettifyError(registration.error));
  const appUrl = appUrlOf(engine, registration.data);
  if (!appUrl) return refused(400, 'No app is configured at this address');
  const modified = await engine.registry.save(appUrl, registration.data);
  if (modified) engine.wake('functions');
  engine.wake('events');
  return { status: 200, json: { status: 200, modified } };
}

async function checkpoint(engine: Engine, runId: string, body: unknown): Promise<Reply> {
  const parsed = checkpointSchema.safeParse(body);
  if (!parsed.success) return refused(400, z.prettifyError(parsed.error));
  const saved = await saveCheckpoint(engine, runId, parsed.data.qi_id, parsed.data.steps);
  return saved
    ? { status: 200, json: { data: {} } }
    : refused(409, 'This call has been taken over or its run has ended');
}

async function receiveSignal(engine: Engine, body: unknown): Promise<Reply> {
  const parsed = signalSchema.safeParse(body);
  if (!parsed.success) return refused(400, z.prettifyError(parsed.error));
  const { signal, data } = parsed.data;
  const waiting = await engine.pool.query<{ run_id: string; step_id: string }>(
    'SELECT run_id, step_id FROM inngest_local.pauses WHERE event_name = $1',
    [`${signalPrefix}${signal}`],
  );
  const [pause] = waiting.rows;
  if (!pause) return refused(404, 'Nobody waits for this signal');
  const woken = await inTransaction(engine.pool, async (db) => {
    const run = await lockRun(db, pause.run_id);
    return run && !isOver(run) ? resolveStep(db, run, pause.step_id, { data: { signal, data } }) : false;
  });
  if (!woken) return refused(404, 'Nobody waits for this signal');
  engine.wake('jobs');
  return { status: 200, json: { data: { run_id: pause.run_id } } };
}

/** What a call leaves out because it would be too long. */
async function readRun(engine: Engine, runId: string, part: string): Promise<Reply> {
  const { rows } = await engine.pool.query<{ events: unknown; steps: unknown }>(
    `SELECT run.events, (
       SELECT coalesce(jsonb_object_agg(step.id, CASE step.status
         WHEN 'Completed' THEN jsonb_build_object('type', 'data', 'data', coalesce(step.output, 'null'))
         ELSE jsonb_build_object('type', 'error', 'error', step.error) END), '{}')
       FROM inngest_local.steps step WHERE step.run_id = run.id AND step.status IN ('Completed', 'Failed')
     ) AS steps FROM inngest_local.runs run WHERE run.id = $1`,
    [runId],
  );
  const [run] = rows;
  if (!run) return refused(404, 'No such run');
  return { status: 200, json: part === 'batch' ? run.events : run.steps };
}

/** The part of Inngest's API that the SDK calls. Undefined for an address that is not part of it. */
export async function handleApi(
  engine: Engine,
  request: IncomingMessage,
  path: string,
  body: unknown,
): Promise<Reply | undefined> {
  const { signingKey } = engine.settings;
  const [first = '', second = '', third = '', fourth = ''] = path.split('/').slice(1).map(decodeURIComponent);
  const seed = request.headers['x-inngest-event-id-seed'];
  if (request.method === 'POST' && first === 'e') {
    return receiveEvents(engine, second, typeof seed === 'string' ? seed : undefined, body);
  }
  if (!['fn', 'v0', 'v1'].includes(first)) return undefined;
  if (signingKey && !isAuthorised(request.headers.authorization, signingKey)) {
    return refused(401, 'The signing key is not known here');
  }
  if (request.method === 'POST') {
    if (first === 'fn' && second === 'register') return register(engine, body);
    if (first === 'v1' && second === 'checkpoint' && fourth === 'async') return checkpoint(engine, third, body);
    if (first === 'v1' && second === 'signals') return receiveSignal(engine, body);
  }
  if (request.method === 'GET' && first === 'v0' && second === 'runs' && ['actions', 'batch'].includes(fourth)) {
    return readRun(engine, third, fourth);
  }
  return refused(404, 'Not part of the local executor');
}
