import { Agent, request } from 'node:http';

interface Answer {
  status: number;
  body: string;
  cookie: string | undefined;
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

function send(url: string, options: { payload?: string; cookie?: string; origin?: string }): Promise<Answer> {
  const { payload, cookie, origin } = options;
  return new Promise((resolve, reject) => {
    const headers: Record<string, string | number> = {};
    if (payload !== undefined) {
      headers['content-type'] = 'application/json';
      headers['content-length'] = Buffer.byteLength(payload);
    }
    if (cookie) headers.cookie = cookie;
    if (origin) headers.origin = origin;
    const outgoing = request(url, { agent, method: payload === undefined ? 'GET' : 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString(),
          cookie: response.headers['set-cookie']?.[0]?.split(';')[0],
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(payload);
  });
}

export interface ShopAddress {
  api: string;
  /** Where the shop's pages are: browsers say so with every change. */
  shell: string;
}

/** A browser without pages: one cookie, tRPC over HTTP. Throws on anything but 200. */
export function createShopper({ api, shell }: ShopAddress) {
  let cookie: string | undefined;
  const read = async <Data>(answer: Answer, what: string): Promise<Data> => {
    cookie = answer.cookie ?? cookie;
    if (answer.status !== 200) throw new Error(`${what} answered ${answer.status}: ${answer.body.slice(0, 300)}`);
    return (JSON.parse(answer.body) as { result: { data: Data } }).result.data;
  };
  return {
    mutate: async <Data>(procedure: string, input: unknown): Promise<Data> =>
      read(
        await send(`${api}/api/trpc/${procedure}`, { payload: JSON.stringify(input), cookie, origin: shell }),
        procedure,
      ),
    query: async <Data>(procedure: string, input: unknown): Promise<Data> =>
      read(
        await send(`${api}/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, { cookie }),
        procedure,
      ),
  };
}

interface Checkout {
  checkout: { id: string; revision: string };
}
interface Placed {
  order: { id: string };
  payment: { id: string; clientSecret: string };
}

/** From an empty cart to a paid order: two lines, address, shipping, card. */
export async function buyTwo(shop: ShopAddress, variantIds: readonly [string, string], name: string): Promise<string> {
  const shopper = createShopper(shop);
  for (const variantId of variantIds) await shopper.mutate('cart.addItem', { variantId, quantity: 1 });
  const started = await shopper.mutate<Checkout>('orders.startCheckout', { country: 'GB' });
  const { checkout } = await shopper.mutate<Checkout>('orders.updateCheckout', {
    checkoutId: started.checkout.id,
    country: 'GB',
  });
  const shippingAddress = { name, line1: '1 Road', city: 'London', postcode: 'N1 1AA', country: 'GB' };
  const { order, payment } = await shopper.mutate<Placed>('orders.place', {
    checkoutId: checkout.id,
    revision: checkout.revision,
    email: `${name}@example.test`,
    shippingAddress,
  });
  const paid = await shopper.mutate<{ status: string }>('payments.confirmTest', {
    paymentId: payment.id,
    clientSecret: payment.clientSecret,
    card: { number: '4242 4242 4242 4242', expiry: '12/40', cvc: '123' },
    returnUrl: '/',
  });
  if (paid.status !== 'captured') throw new Error(`The payment of ${order.id} is ${paid.status}`);
  return order.id;
}
