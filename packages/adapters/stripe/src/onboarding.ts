import { AppError } from '@mallhive/kernel';
import type { Onboarding } from '@mallhive/payments/ports';
import type Stripe from 'stripe';

/** Thrown for an address that is not the shop's. */
const returnUrlInvalid = () =>
  new AppError('bad_request', 'return_url_invalid', 'The return address must be on this shop.');

/** Express accounts: sellers tell Stripe itself who they are and where their bank is. */
export function onboarding(stripe: Stripe, returnOrigins: readonly string[]): Onboarding {
  return {
    name: 'Stripe',
    async open({ sellerId }) {
      const { id } = await stripe.accounts.create(
        { type: 'express', capabilities: { transfers: { requested: true } }, metadata: { sellerId } },
        { idempotencyKey: `account:${sellerId}` },
      );
      return { accountRef: id };
    },
    async page({ accountRef, returnUrl }) {
      const address = URL.parse(returnUrl);
      if (!address || !returnOrigins.includes(address.origin)) throw returnUrlInvalid();
      // A page that has run out comes back too: the seller sees how the account stands, and the button for the next one.
      const { url } = await stripe.accountLinks.create({
        account: accountRef,
        type: 'account_onboarding',
        return_url: address.href,
        refresh_url: address.href,
      });
      return { url };
    },
  };
}
