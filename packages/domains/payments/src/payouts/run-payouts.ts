import type { Clock } from '@mallhive/kernel';
import { systemActor } from '@mallhive/kernel';
import type { Logger } from '@mallhive/observability';
import type { PaymentProvider } from '../ports.ts';
import { openDestination } from './destination.ts';
import type { HoldRepository } from './hold.repository.ts';
import type { Payout, PayoutRepository } from './payout.repository.ts';
import { periodOf } from './period.ts';
import type { SecretBox } from './ports.ts';

interface RunDeps {
  holds: HoldRepository;
  payouts: PayoutRepository;
  secrets: SecretBox;
  providers: readonly PaymentProvider[];
  clock: Clock;
  logger: Logger;
}

const batch = 200;

/** What happens to sellers' money by itself: holds end, payouts are planned and transferred. Every step may run again. */
export function createRunPayouts(deps: RunDeps) {
  const { holds, payouts, secrets, providers, clock, logger } = deps;

  const transfer = async (payout: Payout): Promise<'paid' | 'failed' | 'later'> => {
    const transfers = providers.find(({ code }) => code === payout.method)?.transfers;
    const destination = await openDestination(secrets, payout.destination);
    const audit = (action: string) => [
      {
        ...{ actor: systemActor, sellerId: payout.sellerId, action, objectType: 'payout', objectId: payout.id },
        changes: { amount: [null, payout.amount] as const },
        at: clock.now(),
      },
    ];
    const isPlanned = ({ status }: Payout) => status === 'planned';
    if (!transfers || destination.kind !== 'account' || !(await transfers.ready(destination.account))) {
      const outcome = { status: 'failed' as const, failure: 'account_not_ready', at: clock.now() };
      await payouts.end({ payoutId: payout.id }, outcome, isPlanned, () => audit('payout.fail'));
      return 'failed';
    }
    // Outside of any transaction; the provider answers the same transfer for the same key.
    const { transferRef } = await transfers.send({
      idempotencyKey: payout.id,
      accountRef: destination.account,
      amount: payout.amount,
      currency: payout.currency,
      group: `payout:${payout.id}`,
      providerRef: null,
    });
    const outcome = { status: 'paid' as const, failure: null, providerRef: transferRef, at: clock.now() };
    await payouts.end({ payoutId: payout.id }, outcome, isPlanned, () => audit('payout.pay'));
    return 'paid';
  };

  return {
    /** Releases what was delivered long enough ago and is not disputed. Answers how many sub-orders. */
    releaseHolds: async (): Promise<number> => {
      let released = 0;
      for (let last = batch; last === batch; released += last) last = await holds.releaseDue(clock.now(), batch);
      return released;
    },
    /** One payout a seller, currency and period, as soon as there is enough. Answers how many were planned. */
    planPayouts: async (): Promise<number> => {
      let count = 0;
      for (const { sellerId, currency, frequency } of await payouts.candidates()) {
        const at = clock.now();
        const key = `payout:${sellerId}:${currency}:${periodOf(frequency, at)}`;
        if (await payouts.plan(sellerId, currency, key, at)) count += 1;
      }
      return count;
    },
    /** Sends planned payouts to providers. One that fails for an unknown reason stays planned and is tried again next time. */
    sendTransfers: async (): Promise<{ paid: number; failed: number; later: number }> => {
      const result = { paid: 0, failed: 0, later: 0 };
      for (const payout of await payouts.toTransfer(batch)) {
        const outcome = await transfer(payout).catch((error: unknown) => {
          logger.warn({ error, payoutId: payout.id }, 'A payout could not be transferred; it will be tried again');
          return 'later' as const;
        });
        result[outcome] += 1;
      }
      return result;
    },
  };
}
