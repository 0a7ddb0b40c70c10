import type { Currency } from '@mallhive/kernel';
import type { Deps } from './deps.ts';
import { reservationInvalid, whenUnavailable } from './errors.ts';
import { emailKey, userKey } from './promotions/customer-keys.ts';
import type { Lacking, PromotionHold, RefusedHold, ReservationLine } from './reserve.repository.ts';

export interface ReserveInput {
  checkoutId: string;
  cartId: string | null;
  lines: readonly ReservationLine[];
  expiresAt: Date;
  /** What the order is priced with: a use of each is held with the stock. Without it the uses of the checkout stay as they are. */
  promotions?: readonly PromotionHold[];
  /** Who orders, for limits per customer: both count. */
  customer?: { userId: string | null; email: string };
  /** Of the promotions' amounts. */
  currency?: Currency;
}

/** The address itself is not kept. */
function keysOf(customer: ReserveInput['customer']): string[] {
  if (!customer) return [];
  return [emailKey(customer.email), ...(customer.userId ? [userKey(customer.userId)] : [])];
}

/**
 * Every line and every use of a promotion, or none; the same checkout again is harmless. `lacking` names the lines that are
 * short, `refused` the promotions that cannot be had any more.
 */
export async function reserveStock(
  deps: Deps,
  input: ReserveInput,
): Promise<{ ok: true } | { ok: false; lacking: Lacking[]; refused?: RefusedHold[] }> {
  const distinct = new Set(input.lines.map((line) => line.variantId));
  if (distinct.size === 0 || distinct.size !== input.lines.length || input.lines.some((line) => line.quantity < 1)) {
    throw reservationInvalid();
  }
  const { checkoutId, cartId, lines, expiresAt, promotions = null, customer, currency = deps.currency } = input;
  const { outcome, lacking, refused } = await deps.stock.reserve({
    checkoutId,
    cartId,
    lines,
    expiresAt,
    promotions,
    customerKeys: keysOf(customer),
    currency,
    now: deps.clock.now(),
  });
  const usedUp = refused?.filter(({ reason }) => reason === 'used_by_customer') ?? [];
  if (cartId && usedUp.length > 0) {
    // Only the e-mail address of the order showed it; a cart that cannot be reached is refused again.
    await deps.carts.refuse(cartId, usedUp, deps.clock.now()).catch(whenUnavailable(undefined));
  }
  if (outcome === 'refused') return { ok: false, lacking, refused: refused ?? [] };
  return outcome === 'lacking' ? { ok: false, lacking } : { ok: true };
}
