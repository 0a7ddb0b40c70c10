import { setTimeout as sleep } from 'node:timers/promises';
import { MasterKeyFileError } from '@mallhive/adapter-local-kms';
import { compose } from './compose.ts';
import { ConfigError, copyEnvironment, readConfig } from './config.ts';
import { createApp } from './create-app.ts';
import { checkPayPal } from './payments/check-paypal.ts';
import { checkStripe } from './payments/check-stripe.ts';
import { startBackground } from './start-background.ts';

/** How long requests under way may take to finish after a signal. */
const drainMs = 8_000;
/** How long the whole end may take: work that waits for a database that is gone would otherwise wait for ever. */
const stopMs = 25_000;

/** Environment, then database and domains, then edges, then what runs beside them. */
async function main(): Promise<void> {
  copyEnvironment();
  const composition = compose(readConfig());
  const { config, logger } = composition;
  await composition.facades.identity.checkKeys().catch((error: unknown) => {
    // Keys that do not fit the database never will; everything else, a database that is not up yet, may pass.
    if (error instanceof MasterKeyFileError) throw new ConfigError(error.message);
    logger.error({ error }, 'personal data cannot be read yet');
  });
  await Promise.all([checkPayPal(composition), checkStripe(composition)]);
  const { server, cache } = await createApp(composition);
  await server.listen({ port: config.port, host: config.host });
  const background = await startBackground(composition, cache);
  logger.info({ url: config.apiUrl, production: config.production }, 'the API is up');

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => {
      logger.error({ signal }, 'could not stop in time');
      logger.flush(() => process.exit(1));
    }, stopMs).unref();
    // Requests first, so that their events are still relayed; connections to the database last.
    await Promise.race([server.close(), sleep(drainMs, undefined, { ref: false })]);
    server.server.closeAllConnections();
    await background.stop();
    await composition.close();
    logger.info({}, 'stopped');
    logger.flush(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
  process.on('unhandledRejection', (error) => logger.error({ error }, 'unhandled rejection'));
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
