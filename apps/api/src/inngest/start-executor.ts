import { startInngestLocal } from '@mallhive/inngest-local';
import type { Logger } from '@mallhive/observability';
import type { Config } from '../config.ts';
import { inngestPath } from './register-inngest.ts';

/** Without an Inngest server the functions run in this process's own executor; with one there is nothing to start. */
export async function startExecutor(config: Config, logger: Logger): Promise<{ close(): Promise<void> } | null> {
  const { baseUrl, localPort, eventKey, signingKey } = config.inngest;
  if (baseUrl) return null;
  return startInngestLocal({
    databaseUrl: config.databaseUrl,
    port: localPort,
    appUrls: [`http://127.0.0.1:${config.port}${inngestPath}`],
    eventKey: eventKey ?? 'local',
    signingKey,
    logger: logger.child({ component: 'inngest-local' }),
  });
}
