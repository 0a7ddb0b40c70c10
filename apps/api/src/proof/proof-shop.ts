import { randomUUID } from 'node:crypto';
import { sign, signatureHeader } from '@mallhive/adapter-test-payments';
import { productDraft, sellerProfile } from '@mallhive/catalog/testing';
import { domains } from '@mallhive/db';
import { fixedClock, newId } from '@mallhive/kernel';
import { createSessionCookie } from '@mallhive/session/token';
import { z } from 'zod';
import type { ComposeOptions } from '../compose.ts';
import { startApi } from '../testing/api-fixture.ts';
import { createExecutor } from './executor.ts';

const secret = 'test webhook secret';
const replySchema = z.object({
  result: z.object({ data: z.unknown() }).optional(),
  error: z.object({ data: z.object({ httpStatus: z.int(), reason: z.string().nullish() }) }).optional(),
});
export type Reply<Data = unknown> = { ok: true; data: Data } | { ok: false; status: number; reason: string };
export type Call = <Data>(procedure: string, input: unknown) => Promise<Reply<Data>>;

/** Functions that tell other pages and indexes of a sale: nothing of stock or money depends on them. */
const elsewhere = ['copy-stock', 'learn-from-order', 'record-sale', 'allow-reviews', 'refresh-product', 'copy-seller'];

/**
 * The whole API behind HTTP on a database of its own. Time, webhooks and background work belong to the test: nothing moves
 * unless it is told to.
 */
export async function openProofShop(options: ComposeOptions = {}, environment: Record<string, string> = {}) {
  const clock = fixedClock(new Date());
  const api = await startApi(
    { TEST_PAYMENTS_WEBHOOK_SECRET: secret, TRUSTED_PROXIES: '1', ...environment },
    { clock, ...options },
  );
  const { facades, functions } = api.composition;
  const query = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await api.database.db.pool.query(text, values)).rows;

  /** What the relay does, without waiting for it. */
  const take = async () => {
    const rows: { id: string; name: string; data: Record<string, unknown>; occurred_at: Date }[] = [];
    for (const domain of domains) {
      const taken = `update "${domain}".outbox set published_at = now() where published_at is null
        returning id, name, data, occurred_at`;
      rows.push(...(await query<(typeof rows)[number]>(taken)));
    }
    return rows.map(({ id, name, data, occurred_at }) => ({ id, name, data, ts: occurred_at.getTime() }));
  };
  const relevant = functions.filter((candidate) => !elsewhere.includes(candidate.opts.id));

  const jars = new WeakMap<Call, Map<string, string>>();
  /** A browser: one cookie jar. */
  function visitor(cookies: Record<string, string> = {}): Call {
    const jar = new Map(Object.entries(cookies));
    const call: Call = async <Data>(procedure: string, input: unknown): Promise<Reply<Data>> => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      // Everybody lives somewhere else: limits of what one address may try are no part of these proofs.
      const address = { 'x-forwarded-for': randomUUID() };
      const response = await api.mutate(procedure, input, cookie ? { ...address, cookie } : address);
      for (const set of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        if (value) jar.set(name, value);
        else jar.delete(name);
      }
      const { result, error } = replySchema.parse(await response.json());
      if (result) return { ok: true, data: result.data as Data };
      return { ok: false, status: error?.data.httpStatus ?? 0, reason: error?.data.reason ?? '' };
    };
    jars.set(call, jar);
    return call;
  }
  /** What a guest had in their browser when they signed in is sent along with the next call. */
  function handOver(guest: Call, person: Call): void {
    for (const [name, value] of jars.get(guest) ?? []) jars.get(person)?.set(name, value);
  }

  async function signIn(email: string): Promise<{ call: Call; userId: string }> {
    const { userId, sessionId } = await api.signIn(email);
    const hours = 12 * 3_600;
    const cookie = await createSessionCookie(api.composition.config.sessionSecret, { userId, sessionId }, hours);
    const [name = '', ...value] = cookie.split('=');
    return { call: visitor({ [name]: value.join('=') }), userId };
  }

  async function openAdministrator(): Promise<{ call: Call; userId: string }> {
    const person = await signIn(`${newId()}@admin.test`);
    await query('update identity.users set is_admin = true where id = $1', [person.userId]);
    return person;
  }

  /** A seller organisation with somebody who works there. */
  async function openSeller(): Promise<{ sellerId: string; call: Call }> {
    const { catalog } = facades;
    await catalog.upsertCategories([{ path: 'home-living', name: 'Home & living', position: 1 }]);
    await catalog.upsertCategories([{ path: 'home-living/chairs', name: 'Chairs', position: 1 }]);
    const profile = sellerProfile();
    await catalog.upsertSellerProfiles([profile]);
    const { call, userId } = await signIn(`${newId()}@seller.test`);
    await query('update identity.users set email_verified_at = now() where id = $1', [userId]);
    const { sellerId, slug, name } = profile;
    await query('insert into identity.sellers (id, slug, name) values ($1, $2, $3)', [sellerId, slug, name]);
    await query(`insert into identity.memberships (user_id, seller_id, role) values ($1, $2, 'owner')`, [
      userId,
      sellerId,
    ]);
    return { sellerId, call };
  }

  /** One product with one variant each, with so many in stock. */
  async function stockUp(sellerId: string, stock: readonly number[], price = 1_999): Promise<string[]> {
    const products = await facades.catalog.upsertProducts(
      stock.map((_, index) => {
        const draft = productDraft({ sellerId });
        return { ...draft, variants: draft.variants.map((variant) => ({ ...variant, price: price + index * 701 })) };
      }),
    );
    const levels = products.map(({ id: productId, variants }, index) => ({
      variantId: variants[0]?.id ?? '',
      productId,
      sellerId,
      onHand: stock[index] ?? 0,
    }));
    await facades.cart.upsertStock(levels);
    return levels.map(({ variantId }) => variantId);
  }

  /** One product in two colours; answers both variants. */
  async function stockUpChoice(
    sellerId: string,
    choices: readonly { price: number; stock: number }[],
  ): Promise<string[]> {
    const draft = productDraft({ sellerId });
    const [product] = await facades.catalog.upsertProducts([
      {
        ...draft,
        options: [{ name: 'Colour', values: choices.map((_, index) => ({ value: `Colour ${index}`, swatch: null })) }],
        variants: choices.map(({ price }, index) => ({
          sku: `${newId()}`,
          optionValues: { Colour: `Colour ${index}` },
          price,
          stock: 0,
        })),
      },
    ]);
    const levels = (product?.variants ?? []).map(({ id: variantId }, index) => ({
      variantId,
      productId: product?.id ?? '',
      sellerId,
      onHand: choices[index]?.stock ?? 0,
    }));
    await facades.cart.upsertStock(levels);
    return levels.map(({ variantId }) => variantId);
  }

  /** News that the provider has for us and nobody has delivered. */
  async function pendingNews(): Promise<string[]> {
    const rows = await query<{ payload: { type: string; intent: unknown }; id: string }>(
      `update test_payments.events set delivered_at = now() where delivered_at is null returning id, payload, created_at`,
    );
    return rows.map(({ id, payload }) => JSON.stringify({ id, ...payload }));
  }
  const post = (body: string, signature: string) =>
    fetch(`${api.url}/webhooks/test`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [signatureHeader]: signature },
      body,
    });

  return {
    ...api,
    clock,
    executor: (random: () => number) => createExecutor({ functions: relevant, take, clock, random }),
    rows: query,
    visitor,
    handOver,
    signIn,
    openAdministrator,
    openSeller,
    stockUp,
    stockUpChoice,
    pendingNews,
    /** Status of the answer. */
    deliver: async (body: string, sent = new Date()) => (await post(body, sign(body, [secret], sent))).status,
    deliverUnsigned: async (body: string) => (await post(body, '')).status,
  };
}
export type ProofShop = Awaited<ReturnType<typeof openProofShop>>;

interface Checkout {
  checkout: { id: string; revision: string; totals: { total: { amount: number } } };
}
export interface PayWith {
  credit: number;
  giftCards: { code: string; amount: number }[];
}
interface Placed {
  order: { id: string; number: string; accessToken: string };
  payment: { id: string; clientSecret: string; amount: { amount: number }; status: string };
}

const address = { name: 'Ada Example', line1: '1 Road', city: 'London', postcode: 'N1 1AA', country: 'GB' };

/** From what is in the cart to an order, submitted `times` times at once; every answer. */
export async function placeFromCart(
  call: Call,
  email: string,
  times = 1,
  /** What gift cards and credit are to give of the sum. */
  payWith: (total: number) => PayWith | undefined = () => undefined,
): Promise<Reply<Placed>[]> {
  const started = await call<Checkout>('orders.startCheckout', { country: 'GB' });
  if (!started.ok) return [started];
  const { id: checkoutId, revision, totals } = started.data.checkout;
  const given = payWith(totals.total.amount);
  const input = { checkoutId, revision, email, shippingAddress: address, ...(given && { payWith: given }) };
  return Promise.all(Array.from({ length: times }, () => call<Placed>('orders.place', input)));
}

export const payByCard = (call: Call, payment: { id: string; clientSecret: string }, number: string) =>
  call<{ status: string; actionUrl: string | null }>('payments.confirmTest', {
    paymentId: payment.id,
    clientSecret: payment.clientSecret,
    card: { number, expiry: '12/40', cvc: '123' },
    returnUrl: '/',
  });
