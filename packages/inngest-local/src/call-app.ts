import { Agent, request } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { z } from 'zod';
import type { CallState, Job } from './claim-jobs.ts';
import { parseRetryAfter } from './duration.ts';
import type { Settings } from './options.ts';
import { type FunctionError, type Operation, operationSchema, toFunctionError } from './protocol.ts';
import type { RegisteredFunction } from './registry.ts';
import { canonicalJson, sign, verify } from './signing.ts';

/** What came of one call to an app. */
export type Turn =
  | { kind: 'operations'; operations: Operation[]; everyStep: boolean; retriable: boolean; retryAt?: Date }
  | { kind: 'completed'; output: unknown }
  | { kind: 'failed'; error: FunctionError; retriable: boolean; retryAt?: Date }
  /** Nothing is known to have run (`sent` false), or the connection was lost under way. */
  | { kind: 'lost'; reason: string; sent: boolean };

export interface Caller {
  call(fn: RegisteredFunction, job: Job, state: CallState): Promise<Turn>;
  close(): void;
}

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** Above this the SDK fetches the list of events and the steps from here instead of getting them sent. */
const bodyLimit = 700_000;

function bodyFor(job: Job, state: CallState): string {
  const body = {
    version: 2,
    use_api: false,
    event: state.events[0] ?? null,
    events: state.events,
    steps: state.steps,
    ctx: {
      run_id: job.runId,
      fn_id: state.functionId,
      step_id: job.stepId || 'step',
      attempt: job.attempt,
      max_attempts: state.maxAttempts,
      qi_id: `${job.id}.${job.token}`,
      disable_immediate_execution: state.openSteps > 0,
      use_api: false,
      stack: { stack: state.stack, current: state.stack.length },
    },
  };
  const whole = canonicalJson(body);
  if (whole.length <= bodyLimit) return whole;
  return canonicalJson({ ...body, use_api: true, events: [], steps: {}, ctx: { ...body.ctx, use_api: true } });
}

const header = (answer: Answer, name: string): string | undefined => {
  const value = answer.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

function parseBody(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

function turnFrom(answer: Answer, now: number): Turn {
  const body = parseBody(answer.body);
  const retriable = header(answer, 'x-inngest-no-retry') !== 'true';
  const retryAt = parseRetryAfter(header(answer, 'retry-after'), now);
  if (answer.status === 206) {
    const operations = z.array(operationSchema).safeParse(Array.isArray(body) ? body : [body]);
    if (!operations.success) {
      return { kind: 'failed', error: toFunctionError(`Not understood: ${operations.error.message}`), retriable: true };
    }
    const everyStep = header(answer, 'x-inngest-req-version') === '1';
    return { kind: 'operations', operations: operations.data, everyStep, retriable, retryAt };
  }
  if (answer.status === 200) return { kind: 'completed', output: body };
  return { kind: 'failed', error: toFunctionError(body), retriable, retryAt };
}

export function createCaller(settings: Settings): Caller {
  const agent = new Agent({ keepAlive: true });
  const secureAgent = new SecureAgent({ keepAlive: true });
  const { signingKey } = settings;

  function post(
    url: URL,
    body: string,
    headers: Record<string, string>,
  ): Promise<Answer | { lost: Error; sent: boolean }> {
    return new Promise((resolve) => {
      let sent = false;
      const options = { method: 'POST', headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) } };
      const outgoing =
        url.protocol === 'https:'
          ? secureRequest(url, { ...options, agent: secureAgent })
          : request(url, { ...options, agent });
      outgoing.setTimeout(settings.requestTimeoutMs, () => outgoing.destroy(new Error('The call took too long')));
      outgoing.on('socket', (socket) => {
        if (socket.connecting)
          socket.once('connect', () => {
            sent = true;
          });
        else sent = true;
      });
      outgoing.on('error', (lost) => resolve({ lost, sent }));
      outgoing.on('response', (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', (lost) => resolve({ lost, sent }));
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      });
      outgoing.end(body);
    });
  }

  return {
    async call(fn, job, state) {
      const url = new URL(fn.appUrl);
      url.searchParams.set('fnId', fn.id);
      url.searchParams.set('stepId', job.stepId || 'step');
      const body = bodyFor(job, state);
      const headers: Record<string, string> = {
        'content-type': 'application/json',
        'x-inngest-server-kind': 'dev',
        'x-run-id': job.runId,
        'x-request-id': `${job.id}.${job.token}`,
        'x-inngest-generation-id': job.token,
        'x-inngest-job-id': job.id,
      };
      if (signingKey) headers['x-inngest-signature'] = sign(body, signingKey, Date.now());
      const answer = await post(url, body, headers);
      if ('lost' in answer) return { kind: 'lost', reason: answer.lost.message, sent: answer.sent };
      if (!header(answer, 'x-inngest-sdk')) {
        // A proxy or a server that is still starting answered, not the SDK.
        return { kind: 'lost', reason: `Status ${answer.status}, not from the SDK`, sent: false };
      }
      const signature = header(answer, 'x-inngest-signature');
      if (signingKey && signature && !verify(answer.body, signingKey, signature, Date.now())) {
        return { kind: 'lost', reason: 'The signature of the answer is wrong', sent: true };
      }
      return turnFrom(answer, Date.now());
    },
    close() {
      agent.destroy();
      secureAgent.destroy();
    },
  };
}
