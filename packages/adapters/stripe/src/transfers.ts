import type { Transfers } from '@mallhive/payments/ports';
import type Stripe from 'stripe';
import { onboarding } from './onboarding.ts';

/** Connect: money on to the connected accounts of sellers, and back. */
export function transfers(stripe: Stripe, returnOrigins: readonly string[]): Transfers {
  /** The charge whose money a transfer waits for. */
  async function chargeOf(providerRef: string): Promise<string> {
    const { latest_charge: charge } = await stripe.paymentIntents.retrieve(providerRef);
    if (!charge) throw new Error(`Payment ${providerRef} has no charge to transfer from`);
    return typeof charge === 'string' ? charge : charge.id;
  }
  return {
    async send({ idempotencyKey, accountRef, amount, currency, group, providerRef }) {
      const { id } = await stripe.transfers.create(
        {
          amount,
          currency: currency.toLowerCase(),
          destination: accountRef,
          transfer_group: group,
          metadata: { key: idempotencyKey },
          ...(providerRef && { source_transaction: await chargeOf(providerRef) }),
        },
        { idempotencyKey },
      );
      return { transferRef: id };
    },
    async reverse({ idempotencyKey, transferRef, amount }) {
      const { id } = await stripe.transfers.createReversal(
        transferRef,
        { amount, metadata: { key: idempotencyKey } },
        { idempotencyKey },
      );
      return { reversalRef: id };
    },
    onboarding: onboarding(stripe, returnOrigins),
    async ready(accountRef) {
      const { payouts_enabled: payouts, capabilities } = await stripe.accounts.retrieve(accountRef);
      return payouts && capabilities?.transfers === 'active';
    },
  };
}
