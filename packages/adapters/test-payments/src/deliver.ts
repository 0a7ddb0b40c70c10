import type { Logger } from '@mallhive/observability';
import { sign, signatureHeader } from './signature.ts';
import type { Store, StoredEvent } from './store.ts';

export interface DeliveryOptions {
  store: Store;
  webhookUrl: string;
  secrets: readonly string[];
  logger: Logger;
  fetch: typeof globalThis.fetch;
  now: () => Date;
}

const maximumAttempts = 14;

/** Posts one signed event. Anything but 2xx within ten seconds is a failure; the time of the next try is already set. */
async function deliver(options: DeliveryOptions, event: StoredEvent): Promise<boolean> {
  const body = JSON.stringify({ id: event.id, ...(event.payload as object) });
  try {
    const response = await options.fetch(options.webhookUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [signatureHeader]: sign(body, options.secrets, options.now()),
      },
      body,
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return true;
  } catch (error) {
    await options.store.notDelivered(event.id, error instanceof Error ? error.message : String(error));
    options.logger.debug(
      { error, eventId: event.id, attempts: event.attempts },
      'Webhook not taken; will be sent again',
    );
    return false;
  }
}

/** Sends what is due now. Answers how many were tried. */
export async function deliverDue(options: DeliveryOptions): Promise<number> {
  const events = await options.store.claimEvents(20, maximumAttempts);
  const taken = await Promise.all(events.map((event) => deliver(options, event)));
  const delivered = events.filter((_event, index) => taken[index]).map(({ id }) => id);
  if (delivered.length > 0) await options.store.delivered(delivered);
  return events.length;
}

/** A payment that is held and captured in one go is told of once, as captured. */
const settleMs = 150;

/** Delivers shortly after a change (`kick`) and looks for repeats every few seconds, until stopped. */
export function startDelivery(options: DeliveryOptions, everyMs = 2_000) {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const run = async () => {
    do {
      again = false;
      try {
        while (!stopped && (await deliverDue(options)) > 0);
      } catch (error) {
        if (!stopped) options.logger.warn({ error }, 'The test provider could not read its events');
      }
    } while (again && !stopped);
    running = null;
  };
  const begin = () => {
    if (stopped) return;
    if (running) again = true;
    else running = run();
  };
  let soon: NodeJS.Timeout | null = null;
  const kick = () => {
    soon ??= setTimeout(() => {
      soon = null;
      begin();
    }, settleMs).unref();
  };
  const timer = setInterval(begin, everyMs);
  timer.unref();
  begin();
  return {
    kick,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      if (soon) clearTimeout(soon);
      await running;
    },
  };
}
