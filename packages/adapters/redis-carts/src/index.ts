import { randomInt } from 'node:crypto';
import type { CartKey, CartOffers, CartStore, CouponReply, StoredCart } from '@mallhive/cart/ports';
import { newId } from '@mallhive/kernel';
import { type ConnectionOptions, connectTo } from './connection.ts';
import { type KeptCart, keptCart } from './kept-cart.ts';
import * as scripts from './scripts.ts';

export interface RedisCartsOptions extends ConnectionOptions {
  /** What the database knows of the lines. */
  offers: CartOffers;
  /** Of one cart, and of units in a line. */
  limits: { lines: number; codes: number; quantity: number };
}

const soldOut = { available: 0, backorder: null, expectedOn: null, parts: null };
const day = 86_400_000;
/** As long as the browser keeps the cookie. */
const guestLife = 90 * day;
/** A cart that became an order, or part of another cart, may still be asked for by a checkout. */
const endedLife = 7 * day;

/** Drawn and not counted: two versions do not look alike, also when a server came back with an older copy. */
const stamp = (): number => randomInt(1, 2_147_483_647);
const ownerName = ({ userId, tokenHash }: CartKey): string =>
  userId ? scripts.nameOf.user(userId) : scripts.nameOf.guest(tokenHash ?? '');

/** Carts in Redis: lines and codes there, what can be bought of them and for how much from the database. */
export function createRedisCarts({ offers, limits, ...connection }: RedisCartsOptions): CartStore & {
  /** Ends the connection. */
  disconnect(): Promise<void>;
} {
  const { run, use, close: disconnect } = connectTo(connection);

  const stored = (cart: KeptCart, { variants, promotions }: Awaited<ReturnType<CartOffers['read']>>): StoredCart => ({
    id: cart.id,
    version: cart.version,
    currency: cart.currency,
    status: cart.status,
    promotions,
    lines: cart.lines.map(({ addedAt: _, ...line }) => ({ ...line, ...(variants[line.variantId] ?? soldOut) })),
  });
  async function shown(cart: KeptCart | null, now: Date): Promise<StoredCart | null> {
    if (!cart) return null;
    const { id: cartId, userId, codes, lines } = cart;
    const variantIds = lines.map(({ variantId }) => variantId);
    return stored(cart, await offers.read({ cartId, userId, variantIds, codes }, now));
  }
  const byOwner = async (key: CartKey) => keptCart(await run<string[]>(scripts.readByOwner, [ownerName(key)]));

  return {
    find: async (key, now) => shown(await byOwner(key), now),
    byId: async (cartId, now) =>
      shown(keptCart(Object.entries(await use((redis) => redis.hgetall(scripts.nameOf.cart(cartId)))).flat()), now),

    async writeLine({ key, variantId, quantity, mode, price, currency, now }) {
      const before = await byOwner(key);
      const asked = new Set([variantId, ...(before?.lines.map((line) => line.variantId) ?? [])]);
      const { id: cartId = null, codes = [] } = before ?? {};
      const known = await offers.read({ cartId, userId: key.userId, variantIds: [...asked], codes }, now);
      const available = known.variants[variantId]?.available ?? 0;
      const [outcome, created, , flat] = await run<[string, number, number, string[]]>(
        scripts.writeLine,
        [ownerName(key)],
        [
          newId(),
          newId(),
          variantId,
          quantity,
          mode === 'add' ? 1 : 0,
          price,
          currency,
          now.getTime(),
          available,
          stamp(),
          key.userId ?? '',
          key.tokenHash ?? '',
          guestLife,
          limits.quantity,
          limits.lines,
        ],
      );
      const after = keptCart(flat);
      // Another tab wrote in between: what it added was not asked for.
      const same =
        (after?.lines.every((line) => asked.has(line.variantId)) ?? true) &&
        JSON.stringify(after?.codes ?? []) === JSON.stringify(codes);
      const cart = after && (same ? stored(after, known) : await shown(after, now));
      return {
        cart,
        available,
        refused: outcome === 'refused',
        full: outcome === 'full',
        limited: outcome === 'limited',
        created: created === 1,
      };
    },

    async applyCoupon(key, code, now): Promise<CouponReply> {
      const before = await byOwner(key);
      if (!before || before.lines.length === 0) return { outcome: 'no_cart', cart: null };
      const promotionId = await offers.promotionOf(code);
      if (!promotionId) return { outcome: 'unknown', cart: null };
      const values = [promotionId, code, now.getTime(), stamp(), limits.codes];
      const [outcome, flat] = await run<[CouponReply['outcome'], string[]]>(
        scripts.applyCoupon,
        [ownerName(key)],
        values,
      );
      return { outcome, cart: await shown(keptCart(flat), now) };
    },

    async removeCoupon(key, code, now): Promise<CouponReply> {
      const values = [code, now.getTime(), stamp()];
      const [outcome, flat] = await run<[CouponReply['outcome'], string[]]>(
        scripts.removeCoupon,
        [ownerName(key)],
        values,
      );
      return { outcome, cart: await shown(keptCart(flat), now) };
    },

    async refuse(cartId, refused, now) {
      const values = refused.flatMap(({ promotionId, code }) => [promotionId, code ?? '']);
      await run(scripts.refuse, [scripts.nameOf.cart(cartId)], [now.getTime(), ...values]);
    },

    async merge(userId, tokenHash, now) {
      const keys = [scripts.nameOf.user(userId), scripts.nameOf.guest(tokenHash)];
      await run(scripts.merge, keys, [userId, now.getTime(), stamp(), endedLife]);
    },

    close: (cartIds, now) => run<number>(scripts.close, cartIds.map(scripts.nameOf.cart), [now.getTime(), endedLife]),
    ownCartId: (userId) => use((redis) => redis.get(scripts.nameOf.user(userId))),

    async ofPerson(userId) {
      const carts = await run<string[][]>(scripts.readPerson, [scripts.nameOf.person(userId)]);
      return carts
        .flatMap((flat) => keptCart(flat) ?? [])
        .sort((a, b) => a.updatedAt.getTime() - b.updatedAt.getTime())
        .map(({ status, currency, updatedAt, lines }) => ({
          status,
          currency,
          updatedAt,
          lines: lines.map(({ variantId, quantity, addedAt }) => ({
            variantId,
            quantity,
            addedAt: new Date(addedAt).toISOString(),
          })),
        }));
    },

    forget: (userId) => run<number>(scripts.forgetPerson, [scripts.nameOf.person(userId), scripts.nameOf.user(userId)]),

    async idle({ from, before, limit }) {
      const carts = await run<string[][]>(
        scripts.readIdle,
        [scripts.nameOf.idle],
        [from.getTime(), before.getTime(), limit],
      );
      return carts
        .flatMap((flat) => keptCart(flat) ?? [])
        .flatMap(({ id, userId, currency, updatedAt, lines }) =>
          userId && lines.length > 0
            ? [
                {
                  id,
                  userId,
                  currency,
                  updatedAt,
                  lines: lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
                },
              ]
            : [],
        );
    },

    disconnect,
  };
}
