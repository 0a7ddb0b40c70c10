import { type Applied, applyState } from './apply-state.ts';
import { type Deps, providerOf } from './deps.ts';
import { dueOf, type Payment } from './payment.ts';
import type { PaymentProvider, ProviderState } from './ports.ts';

/**
 * News from a provider, and what follows from it: what the shopper approved is authorised, what is held is taken or let go.
 * Every step has a key at the provider, so that webhook, browser and sweep may all do it at once, and again after a crash.
 */
export async function settlePayment(
  deps: Deps,
  paymentId: string,
  state: ProviderState,
  /** As it was read a moment ago, when the caller did. */
  read?: Payment,
): Promise<Applied> {
  const applied = await applyState(deps, paymentId, state, read);
  if (state.status === 'approved') return authorise(deps, applied, state);
  return applied.payment.status === 'authorised' ? takeOrLetGo(deps, applied.payment, state) : applied;
}

async function authorise(deps: Deps, applied: Applied, { providerRef }: ProviderState): Promise<Applied> {
  const { payment } = applied;
  const open = payment.status === 'requires_method' || payment.status === 'requires_action';
  const provider = providerOf(deps, payment.provider);
  if (!open || !provider.authorise) return applied;
  // A further try after a refusal is another one: the refusal is in the row's sequence.
  const idempotencyKey = `authorise:${payment.id}:${payment.sequence}`;
  const state = await provider.authorise({ idempotencyKey, providerRef });
  return state.status === 'approved' ? applied : settlePayment(deps, payment.id, state);
}

/** Takes what is held when it is exactly what the order waits for, else lets it go: captured is always what was ordered. */
async function takeOrLetGo(deps: Deps, payment: Payment, held: ProviderState): Promise<Applied> {
  const { id: paymentId, orderId, amount, currency } = payment;
  const due = dueOf(payment);
  const provider = providerOf(deps, payment.provider);
  const wanted =
    held.amount === due &&
    held.currency === currency &&
    (await deps.orders.awaitsPayment({ orderId, paymentId, amount, currency }));
  const state = wanted ? await take(provider, payment, held) : await provider.cancel(held.providerRef);
  return applyState(deps, paymentId, state, payment);
}

async function take(provider: PaymentProvider, payment: Payment, { providerRef }: ProviderState) {
  const { id } = payment;
  const amount = dueOf(payment);
  const state = await provider.capture({ idempotencyKey: `capture:${id}`, providerRef, amount });
  const done = state.status === 'succeeded' || state.status === 'cancelled';
  return done ? state : provider.cancel(providerRef);
}

/** For a job: money that is held for a while now, because whoever was to take it failed or died. Answers how many there were. */
export async function settleHeld(deps: Deps, olderThanMs = 10_000): Promise<number> {
  const ids = await deps.payments.held(new Date(deps.clock.now().getTime() - olderThanMs), 100);
  for (const id of ids) {
    try {
      await askProvider(deps, id);
    } catch (error) {
      deps.logger.error({ error, paymentId: id }, 'Held money could be neither taken nor let go; it is tried again');
    }
  }
  return ids.length;
}

/** What the provider says now, and what follows from it. Null when there is nothing to ask about. */
export async function askProvider(deps: Deps, paymentId: string): Promise<Applied | null> {
  const payment = await deps.payments.byId(paymentId);
  if (!payment?.providerRef) return null;
  const state = await providerOf(deps, payment.provider).retrieve(payment.providerRef);
  return settlePayment(deps, payment.id, state, payment);
}
