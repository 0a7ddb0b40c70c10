import { type Deps, providerOf } from './deps.ts';
import { paymentNotFound, signatureInvalid } from './errors.ts';
import { loseRefund } from './lose-refund.ts';
import { noteAccount } from './payouts/note-account.ts';
import type { ProviderEvent } from './ports.ts';
import { askProvider, settlePayment } from './settle-payment.ts';

export interface ReceivedWebhook {
  outcome: 'stored' | 'duplicate';
  /** What became of it. Nobody has to wait: what is lost here is swept. Never rejects. */
  processed: Promise<string>;
}

/**
 * Signature first, then stored under the provider's event id: that is the receipt. It is processed after it, here if this
 * process lives, else by `processPendingWebhooks`.
 */
export async function receiveWebhook(
  deps: Deps,
  providerCode: string,
  rawBody: string,
  headers: Readonly<Record<string, string | undefined>>,
): Promise<ReceivedWebhook> {
  const event = await providerOf(deps, providerCode).verifyWebhook(rawBody, headers);
  if (!event) throw signatureInvalid();
  if (await deps.webhooks.store(providerCode, event, deps.clock.now())) {
    return { outcome: 'duplicate', processed: Promise.resolve('duplicate') };
  }
  return { outcome: 'stored', processed: deps.lane(() => processEvent(deps, providerCode, event)) };
}

async function processEvent(deps: Deps, provider: string, event: ProviderEvent): Promise<string> {
  try {
    const outcome = await effectOf(deps, provider, event);
    await deps.webhooks.done(provider, event.id, outcome, deps.clock.now());
    return outcome;
  } catch (error) {
    deps.logger.error({ error, provider, eventId: event.id }, 'Webhook could not be processed; it will be tried again');
    const reason = error instanceof Error ? error.message : String(error);
    await deps.webhooks.failed(provider, event.id, reason).catch((cause: unknown) => {
      deps.logger.warn({ error: cause, provider, eventId: event.id }, 'The failure of a webhook could not be noted');
    });
    return 'deferred';
  }
}

async function effectOf(
  deps: Deps,
  provider: string,
  { paymentId, state, lostRefund, accountRef }: ProviderEvent,
): Promise<string> {
  if (lostRefund) return loseRefund(deps, provider, lostRefund);
  if (accountRef) return noteAccount(deps, provider, accountRef);
  if (!paymentId) return 'ignored';
  const applied = state ? await settlePayment(deps, paymentId, state) : await askProvider(deps, paymentId);
  if (!applied) throw paymentNotFound();
  return applied.outcome;
}

/** For a job: what was stored a while ago and never finished. Answers how many were tried. */
export async function processPendingWebhooks(deps: Deps, olderThanMs = 10_000): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - olderThanMs);
  const pending = await deps.webhooks.pending(before, 500);
  for (const { provider, payload } of pending) await processEvent(deps, provider, payload);
  return pending.length;
}
