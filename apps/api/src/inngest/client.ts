import type { Logger } from '@mallhive/observability';
import { Inngest } from 'inngest';
import type { Config } from '../config.ts';

/** Inngest's loggers are called with a text first, ours with fields first. */
function adapt(logger: Logger) {
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (...parts: unknown[]) => {
      const fields = parts.filter((part) => typeof part === 'object' && part !== null);
      const text = parts.filter((part) => typeof part !== 'object').join(' ');
      logger[level](Object.assign({}, ...fields.map((part) => (part instanceof Error ? { error: part } : part))), text);
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/** With a signing key requests of the server are verified, locally as in the cloud; without one it is a development set-up. */
export function createInngest(config: Config, logger: Logger): Inngest.Any {
  const { baseUrl, localPort, eventKey, signingKey } = config.inngest;
  return new Inngest({
    id: 'mallhive',
    baseUrl: baseUrl ?? `http://127.0.0.1:${localPort}`,
    eventKey: eventKey ?? 'local',
    signingKey,
    isDev: signingKey === undefined,
    logger: adapt(logger),
    internalLogger: adapt(logger.child({ component: 'inngest' })),
  });
}
