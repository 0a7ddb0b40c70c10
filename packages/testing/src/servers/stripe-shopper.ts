/** What a shopper does at Stripe, which Stripe.js would do for them. */
export interface StripeShopper {
  /** Confirms a payment with a card. Declined cards reject. */
  confirm(paymentIntent: string, cardNumber: string): Promise<void>;
  /** The second step, after a card that asks for it. */
  authenticate(paymentIntent: string, passes: boolean): Promise<void>;
  /** Asks the API. Rejects with Stripe's message. */
  call(method: 'GET' | 'POST', path: string, fields?: Record<string, string>): Promise<Record<string, unknown>>;
}

/** A shopper at the localstripe of this address. */
export function stripeShopper(url: string): StripeShopper {
  async function call(method: 'GET' | 'POST', at: string, fields: Record<string, string> = {}) {
    const answer = await fetch(`${url}${at}`, {
      method,
      headers: { authorization: 'Bearer sk_test_shopper' },
      ...(method === 'POST' && { body: new URLSearchParams(fields) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    return (text ? JSON.parse(text) : {}) as Record<string, unknown>;
  }
  return {
    call,
    async confirm(paymentIntent, number) {
      const card = { 'card[number]': number, 'card[exp_month]': '12', 'card[exp_year]': '2040', 'card[cvc]': '123' };
      const method = await call('POST', '/v1/payment_methods', { type: 'card', ...card });
      await call('POST', `/v1/payment_intents/${paymentIntent}`, { payment_method: String(method.id) });
      await call('POST', `/v1/payment_intents/${paymentIntent}/confirm`);
    },
    async authenticate(paymentIntent, passes) {
      const { client_secret: secret } = await call('GET', `/v1/payment_intents/${paymentIntent}`);
      const fields = { client_secret: String(secret), success: String(passes) };
      await call('POST', `/v1/payment_intents/${paymentIntent}/_authenticate`, fields);
    },
  };
}
