import { applyState } from './apply-state.ts';
import { type Deps, providerOf } from './deps.ts';
import { signatureInvalid } from './errors.ts';
import type { ProviderEvent } from './ports.ts';

/**
 * Signature first, then stored under the provider's event id, then applied. Whatever goes wrong after storing is ours to
 * repeat (`processPendingWebhooks`), so the provider gets its receipt.
 */
export async function receiveWebhook(
  deps: Deps,
  providerCode: string,
  rawBody: string,
  headers: Readonly<Record<string, string | undefined>>,
): Promise<{ outcome: string }> {
  const event = providerOf(deps, providerCode).verifyWebhook(rawBody, headers);
  if (!event) throw signatureInvalid();
  if (await deps.webhooks.store(providerCode, event, deps.clock.now())) return { outcome: 'duplicate' };
  return { outcome: await processEvent(deps, providerCode, event) };
}

async function processEvent(deps: Deps, provider: string, event: ProviderEvent): Promise<string> {
  try {
    const outcome =
      event.paymentId && event.state ? (await applyState(deps, event.paymentId, event.state)).outcome : 'ignored';
    await deps.webhooks.done(provider, event.id, outcome, deps.clock.now());
    return outcome;
  } catch (error) {
    deps.logger.error({ error, provider, eventId: event.id }, 'Webhook could not be processed; it will be tried again');
    await deps.webhooks.failed(provider, event.id, error instanceof Error ? error.message : String(error));
    return 'deferred';
  }
}

/** For a job: what was stored a while ago and never finished. Answers how many were tried. */
export async function processPendingWebhooks(deps: Deps, olderThanMs = 10_000): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - olderThanMs);
  const pending = await deps.webhooks.pending(before, 100);
  for (const { provider, payload } of pending) await processEvent(deps, provider, payload);
  return pending.length;
}
