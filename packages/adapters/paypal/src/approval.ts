import { AppError } from '@mallhive/kernel';
import {
  type LinkDescription,
  type Order,
  PaypalExperienceUserAction,
  PaypalWalletContextShippingPreference,
} from '@paypal/paypal-server-sdk';
import type { Api } from './api.ts';
import { PayPalFault } from './fault.ts';

/** Thrown when the shopper would be sent somewhere that is not the shop. */
const returnUrlInvalid = () =>
  new AppError('bad_request', 'return_url_invalid', 'The address to come back to is not part of this shop.');

function withResult(returnUrl: string, origins: readonly string[], result: 'approved' | 'cancelled'): string {
  const url = URL.parse(returnUrl);
  if (!url || !origins.includes(url.origin)) throw returnUrlInvalid();
  url.searchParams.set('payment_result', result);
  return url.href;
}

const pageIn = (links: readonly LinkDescription[] | undefined) =>
  links?.find(({ rel }) => rel === 'payer-action' || rel === 'approve')?.href;

/** The page of PayPal's on which the shopper agrees, and the ways back from it. */
export async function startApproval(
  api: Api,
  { returnOrigins, brand }: { returnOrigins: readonly string[]; brand: string },
  { providerRef: id, returnUrl }: { providerRef: string; returnUrl: string },
): Promise<{ actionUrl: string }> {
  const experienceContext = {
    brandName: brand,
    returnUrl: withResult(returnUrl, returnOrigins, 'approved'),
    cancelUrl: withResult(returnUrl, returnOrigins, 'cancelled'),
    shippingPreference: PaypalWalletContextShippingPreference.NoShipping,
    userAction: PaypalExperienceUserAction.PayNow,
  };
  let order: Order;
  try {
    order = await api.call('opening the approval', ({ orders }) =>
      orders.confirmOrder({
        id,
        prefer: 'return=representation',
        body: { paymentSource: { paypal: { experienceContext } } },
      }),
    );
  } catch (error) {
    if (!(error instanceof PayPalFault) || error.status !== 422) throw error;
    // Approved before, with means that were refused then: the page is still the same.
    order = await api.call('reading an order', ({ orders }) => orders.getOrder({ id }));
  }
  const actionUrl = pageIn(order.links);
  if (!actionUrl) throw new Error('PayPal named no page for the approval');
  return { actionUrl };
}
