import type { Engine } from './engine.ts';
import { registrationSchema } from './protocol.ts';
import { canonicalJson, sign } from './signing.ts';

export type SyncResult = 'changed' | 'unchanged' | 'unreachable';

/**
 * Asks one app for its functions. The answer carries them (in-band sync); an app that was told not to answer in band
 * posts them to /fn/register instead, which saves them before this call returns.
 */
export async function syncApp(engine: Engine, appUrl: string): Promise<SyncResult> {
  const body = canonicalJson({ url: appUrl });
  const { signingKey, logger } = engine.settings;
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'x-inngest-sync-kind': 'in_band',
    'x-inngest-server-kind': 'dev',
  };
  if (signingKey) headers['x-inngest-signature'] = sign(body, signingKey, Date.now());
  let response: Response;
  let text: string;
  try {
    response = await fetch(appUrl, { method: 'PUT', headers, body, signal: AbortSignal.timeout(10_000) });
    text = await response.text();
  } catch {
    return 'unreachable';
  }
  if (!response.ok) {
    logger.warn({ appUrl, status: response.status, answer: text.slice(0, 500) }, 'The app refused to be synced');
    return 'unreachable';
  }
  if (response.headers.get('x-inngest-sync-kind') !== 'in_band') return 'unchanged';
  const registration = registrationSchema.safeParse(JSON.parse(text));
  if (!registration.success) {
    logger.error(
      { appUrl, problem: registration.error.message },
      'The app answered with functions that are not understood',
    );
    return 'unreachable';
  }
  return (await engine.registry.save(appUrl, registration.data)) ? 'changed' : 'unchanged';
}

export async function syncApps(engine: Engine): Promise<void> {
  const results = await Promise.all(engine.settings.appUrls.map((appUrl) => syncApp(engine, appUrl)));
  if (results.includes('changed')) {
    engine.settings.logger.info({ functions: engine.registry.all().length }, 'Functions synced');
    engine.wake('functions');
    engine.wake('events');
    engine.wake('timers');
  } else {
    // Another process may have saved a change of which the notice was lost.
    await engine.registry.reload();
  }
}
