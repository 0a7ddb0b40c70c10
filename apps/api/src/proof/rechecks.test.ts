import { tenPercentOff } from '@mallhive/cart/testing';
import { productDraft, sellerProfile } from '@mallhive/catalog/testing';
import { newId } from '@mallhive/kernel';
import { type RedisServer, startRedis } from '@mallhive/testing/redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openProofShop, type ProofShop } from './proof-shop.ts';

/** What may change between the look at a cart and the order: told at every step, and never ordered unseen. */

const noticeSchema = z.looseObject({ kind: z.string(), variantId: z.string(), title: z.string() });
const refusedSchema = z.object({ code: z.string(), reason: z.string() });
const cartSchema = z.object({
  cart: z.object({
    id: z.string(),
    purchasable: z.boolean(),
    notices: z.array(noticeSchema),
    refusedCoupons: z.array(refusedSchema),
    total: z.object({ amount: z.int() }),
  }),
});
const checkoutSchema = z.object({
  checkout: z.object({
    id: z.string(),
    revision: z.string(),
    notices: z.array(z.object({ message: z.string(), detail: noticeSchema })),
    refusedCoupons: z.array(refusedSchema),
    parcels: z.array(z.object({ seller: z.object({ id: z.string() }), chosenShipping: z.string().nullable() })),
    totals: z.object({ total: z.object({ amount: z.int() }) }),
  }),
});
const errorSchema = z.object({
  error: z.object({
    data: z.object({ httpStatus: z.int(), reason: z.string(), details: z.looseObject({}).nullish() }),
  }),
});
const address = { name: 'Ada Example', line1: '1 Road', city: 'London', postcode: 'N1 1AA', country: 'GB' };

const servers: RedisServer[] = [];
afterAll(async () => {
  for (const server of servers) await server.stop();
});

describe.each(['PostgreSQL', 'Redis'])('with carts in %s', (store) => {
  let shop: ProofShop;
  beforeAll(async () => {
    if (store === 'Redis') servers.push(await startRedis());
    const environment: Record<string, string> = store === 'Redis' ? { REDIS_URL: servers[0]?.url ?? '' } : {};
    shop = await openProofShop({}, environment);
    await shop.openSeller();
  });
  afterAll(() => shop.close());

  /** A seller with one product at 20.00 in stock, three of it in a guest's cart with a code, and their checkout by express. */
  async function underway() {
    const { catalog, cart } = shop.composition.facades;
    const profile = sellerProfile();
    const { sellerId } = profile;
    await catalog.upsertSellerProfiles([profile]);
    const draft = productDraft({ sellerId });
    const [variant] = draft.variants;
    if (!variant) throw new Error('no variant');
    const write = async (change: Partial<typeof variant>, product: Partial<typeof draft> = {}) => {
      const [written] = await catalog.upsertProducts([{ ...draft, ...product, variants: [{ ...variant, ...change }] }]);
      return { productId: written?.id ?? '', variantId: written?.variants[0]?.id ?? '' };
    };
    const ids = await write({ price: 2_000 });
    const stock = (onHand: number) => cart.upsertStock([{ ...ids, sellerId, onHand }]);
    await stock(10);
    const code = `OFF${newId().slice(-9).toUpperCase()}`;
    const rules = tenPercentOff(code);
    const administrator = { id: newId(), memberships: [], roles: ['administrator'] };
    await cart.saveShopPromotion(administrator, rules);

    const jar = { cookie: '' };
    const send = async (procedure: string, input: unknown, how: 'query' | 'mutate' = 'mutate') => {
      const response = await shop[how](procedure, input, jar);
      for (const set of response.headers.getSetCookie())
        if (set.startsWith('mh_cart=')) jar.cookie = set.split(';')[0] ?? '';
      return response.json();
    };
    const data = async <Schema extends z.ZodType>(schema: Schema, reply: Promise<unknown>): Promise<z.output<Schema>> =>
      schema.parse(z.object({ result: z.object({ data: z.unknown() }) }).parse(await reply).result.data);
    await data(cartSchema, send('cart.addItem', { variantId: ids.variantId, quantity: 3 }));
    await data(cartSchema, send('cart.applyCoupon', { code }));
    const { checkout } = await data(checkoutSchema, send('orders.startCheckout', { country: 'GB' }));
    const by = { checkoutId: checkout.id, shipping: { [sellerId]: 'express' } };
    const { checkout: agreed } = await data(checkoutSchema, send('orders.updateCheckout', by));
    return {
      ...ids,
      sellerId,
      code,
      agreed,
      write,
      stock,
      suspend: () =>
        catalog.upsertSellerProfiles([
          { ...profile, status: 'suspended', changedAt: new Date('2026-02-01T00:00:00Z') },
        ]),
      endPromotion: () =>
        cart.saveShopPromotion(administrator, { ...rules, version: 1, endsAt: '2026-01-02T00:00:00.000Z' }),
      pausePromotion: () => cart.setShopPromotionStatus(administrator, { id: rules.id, status: 'paused' }),
      minimumOf: (GBP: number) => cart.saveShopPromotion(administrator, { ...rules, version: 1, minimums: { GBP } }),
      async withoutShipping(methods: readonly ('standard' | 'express')[]) {
        const { rates } = shop.composition.facades.payments;
        const owner = { id: newId(), memberships: [{ sellerId, role: 'owner' }] };
        const { zones } = await rates.sellerShipping(owner, { sellerId });
        for (const zone of zones.filter(({ countries, elsewhere }) => elsewhere || countries.includes('GB'))) {
          for (const method of methods) {
            const none = { EUR: null, USD: null, GBP: null, JPY: null };
            const offer = { method, offered: false, minimumDays: 0, maximumDays: 0, freeFrom: none, bands: [] };
            await rates.saveSellerShipping(owner, { sellerId, zoneId: zone.id, method, version: 0, offer });
          }
        }
      },
      cart: () => data(cartSchema, send('cart.get', {}, 'query')),
      read: () => data(checkoutSchema, send('orders.checkout', { checkoutId: checkout.id }, 'query')),
      update: () => data(checkoutSchema, send('orders.updateCheckout', { checkoutId: checkout.id, country: 'GB' })),
      start: () => data(checkoutSchema, send('orders.startCheckout', { country: 'GB' })),
      setQuantity: (quantity: number) => send('cart.setQuantity', { variantId: ids.variantId, quantity }),
      place: async (revision: string) => {
        const input = { checkoutId: checkout.id, revision, email: 'ada@example.test', shippingAddress: address };
        const reply = await send('orders.place', input);
        const refused = errorSchema.safeParse(reply);
        return refused.success ? refused.data.error.data : 'placed';
      },
      traces: async () => ({
        held: await shop.rows('select 1 from cart.reservations where checkout_id = $1', [checkout.id]),
        used: await shop.rows('select 1 from cart.promotion_uses where checkout_id = $1', [checkout.id]),
        orders: await shop.rows('select 1 from orders.orders where checkout_id = $1', [checkout.id]),
      }),
    };
  }
  type Underway = Awaited<ReturnType<typeof underway>>;

  interface Row {
    what: string;
    change(shopper: Underway): Promise<unknown>;
    /** Of the cart and of the checkout alike. */
    notice?: Record<string, unknown>;
    coupon?: string;
    /** Placing what was agreed on. */
    refused: { httpStatus: number; reason: string };
    /** Placing what the shopper has seen since. */
    next: 'placed' | { httpStatus: number; reason: string };
    shipping?: string | null;
    purchasable?: boolean;
  }
  const changed = { httpStatus: 409, reason: 'checkout_changed' };
  const short = { httpStatus: 422, reason: 'stock_insufficient' };
  const gbp = (amount: number) => ({ amount, currency: 'GBP' });
  const rows: Row[] = [
    {
      what: 'a price that was raised',
      change: ({ write }) => write({ price: 2_400 }),
      notice: { kind: 'price-changed', from: gbp(2_000), to: gbp(2_400) },
      refused: changed,
      next: 'placed',
    },
    {
      what: 'a sale that began',
      change: ({ write }) => write({ price: 2_000, sale: { amount: 1_500, startsAt: null, endsAt: null } }),
      notice: { kind: 'price-changed', from: gbp(2_000), to: gbp(1_500) },
      refused: changed,
      next: 'placed',
    },
    {
      what: 'the last units sold to somebody else',
      change: ({ stock }) => stock(0),
      notice: { kind: 'sold-out' },
      refused: short,
      next: short,
      purchasable: false,
    },
    {
      what: 'fewer units than are wanted',
      change: ({ stock }) => stock(2),
      notice: { kind: 'quantity-limited', available: 2 },
      refused: short,
      next: short,
      purchasable: false,
    },
    {
      what: 'a product that was archived',
      change: ({ write }) => write({ price: 2_000 }, { status: 'archived' }),
      notice: { kind: 'withdrawn' },
      refused: short,
      next: short,
      purchasable: false,
    },
    {
      what: 'a product that went back to being a draft',
      change: ({ write }) => write({ price: 2_000 }, { status: 'draft' }),
      notice: { kind: 'withdrawn' },
      refused: short,
      next: short,
      purchasable: false,
    },
    {
      what: 'a seller who was suspended',
      change: ({ suspend }) => suspend(),
      notice: { kind: 'withdrawn' },
      refused: short,
      next: short,
      purchasable: false,
    },
    {
      what: 'a code that has ended',
      change: ({ endPromotion }) => endPromotion(),
      coupon: 'ended',
      refused: changed,
      next: 'placed',
    },
    {
      what: 'a code that was paused',
      change: ({ pausePromotion }) => pausePromotion(),
      coupon: 'ended',
      refused: changed,
      next: 'placed',
    },
    {
      what: 'a code that asks for more now',
      change: ({ minimumOf }) => minimumOf(9_000),
      coupon: 'minimum',
      refused: changed,
      next: 'placed',
    },
    {
      what: 'a way to send it that is not offered any more',
      change: ({ withoutShipping }) => withoutShipping(['express']),
      refused: changed,
      next: 'placed',
      shipping: 'standard',
    },
    {
      what: 'no way to send it at all',
      change: ({ withoutShipping }) => withoutShipping(['express', 'standard']),
      refused: { httpStatus: 422, reason: 'delivery_unavailable' },
      next: { httpStatus: 422, reason: 'delivery_unavailable' },
      shipping: null,
    },
  ];

  it.each(rows)('$what is told in cart and checkout and never ordered unseen', async (row) => {
    const shopper = await underway();
    await row.change(shopper);

    const { cart } = await shopper.cart();
    const notices = row.notice ? [{ ...row.notice, variantId: shopper.variantId }] : [];
    const coupons = row.coupon ? [{ code: shopper.code, reason: row.coupon }] : [];
    expect(cart.notices).toMatchObject(notices);
    expect(cart.refusedCoupons.filter(({ reason }) => reason !== 'no_such_goods')).toMatchObject(coupons);
    expect(cart.purchasable).toBe(row.purchasable ?? true);

    // The refusal comes first: nobody has looked yet.
    const refused = await shopper.place(shopper.agreed.revision);
    expect(refused).toMatchObject(row.refused);
    if (row.refused === short) expect(refused).toMatchObject({ details: { variantIds: [shopper.variantId] } });

    const seen = [await shopper.read(), await shopper.update(), await shopper.start()];
    for (const { checkout } of seen) {
      expect(checkout.id).toBe(shopper.agreed.id);
      expect(checkout.notices.map(({ detail }) => detail)).toMatchObject(notices);
      for (const { message } of checkout.notices) expect(message).not.toBe('');
      expect(checkout.refusedCoupons.filter(({ reason }) => reason !== 'no_such_goods')).toMatchObject(coupons);
      expect(checkout.parcels[0]?.chosenShipping).toBe(row.shipping === undefined ? 'express' : row.shipping);
      if (row.refused === changed) expect(checkout.revision).not.toBe(shopper.agreed.revision);
    }
    expect(new Set(seen.map(({ checkout }) => checkout.revision)).size).toBe(1);
    expect(await shopper.traces()).toEqual({ held: [], used: [], orders: [] });

    const next = await shopper.place(seen[0]?.checkout.revision ?? '');
    if (row.next === 'placed') {
      expect(next).toBe('placed');
      const [order] = await shop.rows<{ total: number }>('select total from orders.orders where checkout_id = $1', [
        shopper.agreed.id,
      ]);
      expect(order?.total).toBe(seen[0]?.checkout.totals.total.amount);
    } else {
      expect(next).toMatchObject(row.next);
      expect(await shopper.traces()).toEqual({ held: [], used: [], orders: [] });
    }
  });

  it('a smaller quantity, chosen after being told, can be ordered', async () => {
    const shopper = await underway();
    await shopper.stock(2);
    expect((await shopper.cart()).cart.purchasable).toBe(false);
    await shopper.setQuantity(2);
    const { cart } = await shopper.cart();
    expect(cart).toMatchObject({ purchasable: true, notices: [] });
    expect(await shopper.place(shopper.agreed.revision)).toMatchObject(changed);
    const { checkout } = await shopper.read();
    expect(await shopper.place(checkout.revision)).toBe('placed');
  });
});
