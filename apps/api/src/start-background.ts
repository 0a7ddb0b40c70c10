import type { Composition } from './compose.ts';
import { registerWithServer } from './inngest/register-with-server.ts';
import { startExecutor } from './inngest/start-executor.ts';
import { countEvent } from './ops/business/count-event.ts';
import { createListener } from './outbox/listener.ts';
import { createOutboxTable } from './outbox/outbox-table.ts';
import { createRelay } from './outbox/relay.ts';
import type { PublicCache } from './trpc/public-cache.ts';

export interface Background {
  /** In the order in which one hands work to the next. */
  stop(): Promise<void>;
}

/** Everything that runs beside requests: listener, relay, the local executor, the test provider's deliveries, pictures drawn ahead. */
export async function startBackground(composition: Composition, cache: PublicCache): Promise<Background> {
  const { config, logger, db, inngest, testPayments, media, figures } = composition;
  const relay = createRelay({
    table: createOutboxTable(db),
    send: async (events) => {
      await inngest.send(events as Parameters<typeof inngest.send>[0]);
      const now = Date.now();
      for (const event of events) countEvent(figures, event, now);
    },
    logger: logger.child({ component: 'relay' }),
  });
  const listener = createListener({
    url: config.databaseUrl,
    logger: logger.child({ component: 'listener' }),
    onNotice: (notice) => {
      cache.apply(notice);
      relay.notify(notice.domain);
    },
    onConnected: () => cache.enable(),
    onLost: () => cache.disable(),
  });
  const executor = await startExecutor(config, logger);
  const registration = registerWithServer(config, logger.child({ component: 'inngest' }));
  await listener.start();
  relay.start();
  const deliveries = testPayments.start();
  // A new shop's first pages would otherwise wait for their pictures; ends by itself when all are drawn.
  const warming = new AbortController();
  const warmed = media
    .warm(warming.signal)
    .then((drawn) => drawn > 0 && logger.info({ drawn }, 'pictures of the first pages are drawn'))
    .catch((error: unknown) => logger.warn({ error }, 'drawing ahead stopped'));
  return {
    stop: async () => {
      registration.stop();
      warming.abort();
      await warmed;
      await deliveries.stop();
      await listener.stop();
      await relay.stop();
      await executor?.close();
    },
  };
}
