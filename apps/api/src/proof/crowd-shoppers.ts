import type { createKillDrill } from '../testing/kill-drill.ts';

type Drill = Awaited<ReturnType<typeof createKillDrill>>;
type Call = ReturnType<Drill['visitor']>;
type Refusal = 'sold out in the shop' | 'sold out at the till';
export type Outcome = Refusal | 'paid' | 'left';

/** A visitor whose checkout is ready to be placed. */
interface AtTill {
  call: Call;
  checkoutId: string;
  revision: string;
}
interface Placed {
  payment: { id: string; clientSecret: string };
}

const address = { name: 'Ada Example', line1: '1 Road', city: 'London', postcode: 'N1 1AA', country: 'GB' };
const card = { number: '4242 4242 4242 4242', expiry: '12/40', cvc: '123' };

async function unlessSoldOut<Value>(where: Refusal, work: () => Promise<Value>): Promise<Value | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (String(error).includes('stock_insufficient')) return where;
    throw error;
  }
}

/** One unit in the basket, and to the till. */
export async function toTill(drill: Drill, variantId: string): Promise<AtTill | Refusal> {
  const call = drill.visitor();
  return unlessSoldOut('sold out in the shop', async () => {
    await call('cart.setQuantity', { variantId, quantity: 1 });
    const { checkout } = await call<{ checkout: { id: string; revision: string } }>('orders.startCheckout', {});
    return { call, checkoutId: checkout.id, revision: checkout.revision };
  });
}

/** Orders what is in the basket; every fourth who gets it never pays. */
export async function atTill({ call, ...checkout }: AtTill, index: number): Promise<Outcome> {
  const email = `shopper-${index}@example.test`;
  const placed = await unlessSoldOut('sold out at the till', () =>
    call<Placed>('orders.place', { ...checkout, shippingAddress: address, email }),
  );
  if (typeof placed === 'string') return placed;
  if (index % 4 === 0) return 'left';
  const { id: paymentId, clientSecret } = placed.payment;
  await call('payments.confirmTest', { paymentId, clientSecret, card, returnUrl: '/' });
  return 'paid';
}

/** Runs `work` for each index, so many at a time, and says how far it is. */
export async function crowd(
  title: string,
  from: number,
  to: number,
  width: number,
  work: (index: number) => Promise<void>,
) {
  const start = performance.now();
  let next = from;
  let done = 0;
  const perSecond = () => Math.round((done / (performance.now() - start)) * 1_000);
  const said = setInterval(() => console.log(`${title}: ${done} of ${to - from}, ${perSecond()}/s`), 10_000);
  const one = async () => {
    while (next < to) {
      next += 1;
      await work(next - 1);
      done += 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: width }, one));
  } finally {
    clearInterval(said);
  }
  return perSecond();
}
