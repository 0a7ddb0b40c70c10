import { createHmac, timingSafeEqual } from 'node:crypto';
import { idSchema, isAppError } from '@mallhive/kernel';
import type { z } from 'zod';
import { audienceOf } from '../deps.ts';
import { type CartReply, getCart } from '../get-cart.ts';
import type { CartOwner } from '../owner.ts';
import { writeLine } from '../write-line.ts';
import type { restoreCartInput } from './contract.ts';
import type { WatchDeps } from './deps.ts';
import { restoreLinkInvalid } from './errors.ts';

const worksForMs = 14 * 86_400_000;

const proofOf = (secret: string, cartId: string, until: number) =>
  createHmac('sha256', secret).update(`restore cart ${cartId} ${until}`).digest('base64url');

/** Shows what was in one cart, for two weeks, and nothing else: it signs nobody in. */
export function restoreToken({ linkSecret, clock }: Pick<WatchDeps, 'linkSecret' | 'clock'>, cartId: string): string {
  const until = clock.now().getTime() + worksForMs;
  return [cartId, until.toString(36), proofOf(linkSecret, cartId, until)].join('.');
}

function readToken({ linkSecret, clock }: WatchDeps, token: string): string {
  const [cartId, end = '', proof = '', ...rest] = token.split('.');
  const id = idSchema.safeParse(cartId);
  const until = Number.parseInt(end, 36);
  if (!id.success || rest.length > 0 || !(until > clock.now().getTime())) throw restoreLinkInvalid();
  const [given, right] = [Buffer.from(proof), Buffer.from(proofOf(linkSecret, id.data, until))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw restoreLinkInvalid();
  return id.data;
}

/** What is there already is not added again. Whoever is signed in with that very cart just sees it. */
export async function restoreCart(
  deps: WatchDeps,
  owner: CartOwner,
  { token, ...wanted }: z.output<typeof restoreCartInput>,
): Promise<CartReply & { restored: number }> {
  const cartId = readToken(deps, token);
  const [kept, own] = await Promise.all([deps.carts.byId(cartId, deps.clock.now()), getCart(deps, owner, wanted)]);
  if (kept?.status !== 'active') throw restoreLinkInvalid();
  if (own.cart.id === cartId) return { ...own, restored: kept.lines.length };
  const { currency } = audienceOf(deps, wanted, kept.currency);
  const there = new Set(own.cart.lines.map(({ variantId }) => variantId));
  let restored = 0;
  let holder = owner;
  let reply: CartReply = own;
  // One after the other, since each changes the same cart; the first one makes it for a guest who has none.
  for (const { variantId, quantity } of kept.lines.filter((line) => !there.has(line.variantId))) {
    try {
      const written = await writeLine(deps, holder, { variantId, quantity, mode: 'set', currency });
      const cookie = written.cookie ?? reply.cookie;
      if (cookie?.kind === 'set') holder = { ...holder, cartToken: cookie.token };
      reply = { cart: written.cart, cookie };
      if (!written.result.refused) restored += 1;
    } catch (error) {
      if (!isAppError(error) || !['variant_unavailable', 'cart_full'].includes(error.reason)) throw error;
    }
  }
  return { ...reply, restored };
}
