import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from '@mallhive/db/testing';
import { z } from 'zod';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const secret = 'k'.repeat(40);
const reply = z.object({
  result: z.object({ data: z.unknown() }).optional(),
  error: z.object({ data: z.object({ httpStatus: z.int(), reason: z.string().nullish() }) }).optional(),
});

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const free = new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
  return free;
}

async function freePortBase(): Promise<number> {
  for (let base = 42_000 + (process.pid % 1_000) * 10; ; base += 10) {
    if ((await isFree(base + 7)) && (await isFree(base + 9))) return base;
  }
}

/** The API as a process that can be killed and started again at the same address, and shoppers who try until they are answered. */
export async function createKillDrill(database: Pick<TestDatabase, 'url'>, dataDir: string) {
  const base = await freePortBase();
  const url = `http://127.0.0.1:${base + 7}`;
  let child: ChildProcess | null = null;

  /** `entry`: another program than the API itself, which understands the same environment and more. */
  async function start(entry = main, more: Record<string, string> = {}): Promise<void> {
    child = spawn(process.execPath, [entry], {
      env: {
        ...process.env,
        NODE_ENV: 'test',
        DATABASE_URL: database.url,
        PORT_BASE: String(base),
        MALLHIVE_DATA_DIR: dataDir,
        SESSION_SECRET: secret,
        INTERNAL_SECRET: secret,
        TEST_PAYMENTS_WEBHOOK_SECRET: secret,
        LOG_LEVEL: 'silent',
        ...more,
      },
      stdio: 'ignore',
    });
    for (let attempt = 0; attempt < 600; attempt += 1) {
      const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
      if (answer?.ok) return;
      await sleep(100);
    }
    throw new Error('The API did not come up');
  }

  async function stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (!child) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    child = null;
  }

  /** Resolves when the process has ended by itself. */
  async function ended(): Promise<void> {
    if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    child = null;
  }

  /** One visitor with a cookie. A call is repeated while the process is away or fails; a refusal is an error. */
  function visitor() {
    let cookie = '';
    return async function call<Output>(procedure: string, input: unknown): Promise<Output> {
      for (let attempt = 0; attempt < 600; attempt += 1) {
        try {
          const response = await fetch(`${url}/api/trpc/${procedure}`, {
            method: 'POST',
            headers: { cookie, 'content-type': 'application/json', origin: `http://localhost:${base}` },
            body: JSON.stringify(input),
            signal: AbortSignal.timeout(15_000),
          });
          for (const set of response.headers.getSetCookie()) cookie = set.split(';')[0] ?? '';
          const { result, error } = reply.parse(await response.json());
          if (result) return result.data as Output;
          if (error && error.data.httpStatus < 500) {
            throw new AggregateError([], `${procedure} refused: ${error.data.reason}`);
          }
        } catch (error) {
          if (error instanceof AggregateError) throw error;
        }
        await sleep(100);
      }
      throw new Error(`${procedure} was never answered`);
    };
  }

  return { url, start, stop, ended, visitor };
}

interface Placed {
  order: { id: string };
  payment: { id: string; clientSecret: string };
}

/** Buys one of each, and tries until the money is captured. */
export async function buy(
  call: <Output>(procedure: string, input: unknown) => Promise<Output>,
  variantIds: readonly string[],
  email: string,
): Promise<string> {
  for (const variantId of variantIds) await call('cart.setQuantity', { variantId, quantity: 1 });
  const { checkout } = await call<{ checkout: { id: string; revision: string } }>('orders.startCheckout', {});
  const shippingAddress = { name: 'Ada Example', line1: '1 Road', city: 'London', postcode: 'N1 1AA', country: 'GB' };
  const placed = await call<Placed>('orders.place', {
    checkoutId: checkout.id,
    revision: checkout.revision,
    email,
    shippingAddress,
  });
  const { id: paymentId, clientSecret } = placed.payment;
  const card = { number: '4242 4242 4242 4242', expiry: '12/40', cvc: '123' };
  const { status } = await call<{ status: string }>('payments.confirmTest', {
    paymentId,
    clientSecret,
    card,
    returnUrl: '/',
  });
  if (status !== 'captured') throw new Error(`Payment of ${placed.order.id} is ${status}`);
  return placed.order.id;
}
