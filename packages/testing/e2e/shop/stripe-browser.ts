import { fileURLToPath } from 'node:url';
import { stripeShopper } from '@mallhive/testing/stripe-shopper';
import type { Page } from '@playwright/test';

const atStripe = stripeShopper(`http://127.0.0.1:${Number(process.env.E2E_PORT_BASE ?? 4100) + 42}`);
const standIn = fileURLToPath(new URL('./stripe-stand-in.js', import.meta.url));

export const stripeCards = {
  works: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0341',
  secondStep: '4000 0025 0000 3155',
} as const;

/** Pays with a card that Stripe kept, or with one that was typed; keeps that one when the shopper asked for it. */
async function confirm(intent: string, fields: URLSearchParams): Promise<void> {
  const kept = fields.get('payment_method');
  if (kept) {
    await atStripe.call('POST', `/v1/payment_intents/${intent}`, { payment_method: kept });
    await atStripe.call('POST', `/v1/payment_intents/${intent}/confirm`);
    return;
  }
  await atStripe.confirm(intent, fields.get('card') ?? '');
  if (!fields.get('setup_future_usage')) return;
  const { customer, payment_method: method } = await atStripe.call('GET', `/v1/payment_intents/${intent}`);
  await atStripe.call('POST', `/v1/payment_methods/${method}/attach`, { customer: String(customer) });
}

/** Stripe as the browser sees it: its script, and the address that a confirmation goes to. */
export async function standInForStripe(page: Page): Promise<void> {
  await page.route('https://js.stripe.com/**', (route) =>
    route.fulfill({ path: standIn, contentType: 'text/javascript' }),
  );
  await page.route('https://api.stripe.com/**', async (route) => {
    const request = route.request();
    const intent = /payment_intents\/(\w+)\/confirm/.exec(request.url())?.[1] ?? '';
    const fields = new URLSearchParams(request.postData() ?? '');
    const headers = { 'access-control-allow-origin': '*' };
    try {
      await confirm(intent, fields);
    } catch {
      const error = { type: 'card_error', code: 'card_declined', message: 'Your card was declined.' };
      return route.fulfill({ headers, json: { error } });
    }
    if (fields.get('card') !== stripeCards.secondStep.replaceAll(' ', '')) return route.fulfill({ headers, json: {} });
    await atStripe.authenticate(intent, true);
    return route.fulfill({ headers, json: { redirect: `${fields.get('return_url')}&redirect_status=succeeded` } });
  });
}
