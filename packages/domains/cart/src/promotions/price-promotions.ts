import type { Currency } from '@mallhive/kernel';
import type {
  CartPromotion,
  NotApplied,
  PricedPromotions,
  PromotionKind,
  PromotionLine,
  PromotionRules,
} from './promotion.ts';
import { shareOut } from './share-out.ts';

/** A line and what is left of its price after the promotions before. */
type Open = PromotionLine & { left: number };

/**
 * What promotions take off a cart. Those with a code first, then by priority, then the older; each takes its share of what the
 * ones before left. The first that counts decides: an exclusive one stands alone, after any other one no exclusive one counts.
 * The order of lines and promotions does not matter; nothing gets cheaper than nothing.
 */
export function pricePromotions(
  promotions: readonly CartPromotion[],
  lines: readonly PromotionLine[],
  currency: Currency,
  now: Date,
): PricedPromotions {
  const priced: PricedPromotions = { applied: [], refused: [], discounts: new Map() };
  if (promotions.length === 0) return priced;
  const open = lines
    .map((line): Open => ({ ...line, left: line.unitPrice * line.quantity }))
    .toSorted((a, b) => compare(a.variantId, b.variantId));
  let exclusive = false;
  for (const promotion of promotions.toSorted(inTurn)) {
    const { id: promotionId, code, title, kind, bearer } = promotion;
    const goods = open.filter((line) => isFor(promotion, line));
    let reason = standsAgainst(promotion, goods, currency, now);
    if (!reason && (exclusive || (promotion.exclusive && priced.applied.length > 0))) reason = 'not_combinable';
    const offs = reason ? [] : takeOff[kind](promotion, goods, currency);
    const amount = offs.reduce((total, off) => total + off, 0);
    if (!reason && amount === 0 && kind !== 'free_shipping') reason = 'no_effect';
    if (reason) {
      const minimum = reason === 'minimum' ? (promotion.minimums[currency] ?? null) : null;
      priced.refused.push({ promotionId, code, title, reason, minimum });
      continue;
    }
    exclusive = promotion.exclusive;
    const off = goods.flatMap((line, index) => ((offs[index] ?? 0) > 0 ? [{ line, amount: offs[index] ?? 0 }] : []));
    for (const { line, amount: less } of off) {
      line.left -= less;
      priced.discounts.set(line.variantId, (priced.discounts.get(line.variantId) ?? 0) + less);
    }
    priced.applied.push({
      promotionId,
      code,
      title,
      kind,
      bearer,
      amount,
      lines: off.map(({ line, amount: less }) => ({ variantId: line.variantId, amount: less })),
      freeShipping: kind === 'free_shipping' ? [...new Set(goods.map(({ sellerId }) => sellerId))].toSorted() : [],
    });
  }
  return priced;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Ids begin with the time they were made at. */
function inTurn(a: CartPromotion, b: CartPromotion): number {
  return Number(b.code !== null) - Number(a.code !== null) || b.priority - a.priority || compare(a.id, b.id);
}

function isFor(promotion: PromotionRules, line: PromotionLine): boolean {
  if (promotion.sellerId && promotion.sellerId !== line.sellerId) return false;
  if (promotion.productIds.length === 0 && promotion.categoryIds.length === 0) return true;
  return (
    promotion.productIds.includes(line.productId) || line.categoryIds.some((id) => promotion.categoryIds.includes(id))
  );
}

function standsAgainst(
  promotion: CartPromotion,
  goods: readonly Open[],
  currency: Currency,
  now: Date,
): NotApplied | null {
  const { refused, status, left, leftForCustomer, currencies, kind, amounts, minimums } = promotion;
  if (status !== 'active' || (promotion.endsAt && new Date(promotion.endsAt) <= now)) return 'ended';
  if (!promotion.automatic && promotion.code === null) return 'ended';
  if (new Date(promotion.startsAt) > now) return 'not_started';
  if (left !== null && left <= 0) return 'used_up';
  if (refused || (leftForCustomer !== null && leftForCustomer <= 0)) return 'used_by_customer';
  if (currencies.length > 0 && !currencies.includes(currency)) return 'currency';
  if (kind === 'amount' && !amounts[currency]) return 'currency';
  if (goods.length === 0) return 'no_such_goods';
  const worth = goods.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0);
  return worth < (minimums[currency] ?? 0) ? 'minimum' : null;
}

/** What each line gets off, of what is left of it. */
const takeOff: Record<
  PromotionKind,
  (promotion: PromotionRules, goods: readonly Open[], currency: Currency) => number[]
> = {
  percent: ({ percentBp }, goods) => {
    const left = goods.map((line) => line.left);
    const sum = left.reduce((total, one) => total + one, 0);
    return shareOut(Math.round((sum * percentBp) / 10_000), left);
  },
  amount: ({ amounts }, goods, currency) => {
    const left = goods.map((line) => line.left);
    const sum = left.reduce((total, one) => total + one, 0);
    return shareOut(Math.min(amounts[currency] ?? 0, sum), left);
  },
  free_shipping: (_, goods) => goods.map(() => 0),
  buy_x_get_y: ({ buyQuantity, getQuantity, percentBp }, goods) => {
    const units = goods.reduce((sum, line) => sum + line.quantity, 0);
    let cheaper = Math.floor(units / (buyQuantity + getQuantity)) * getQuantity;
    const offs = new Map<Open, number>();
    for (const line of goods.toSorted((a, b) => a.unitPrice - b.unitPrice || compare(a.variantId, b.variantId))) {
      const count = Math.min(cheaper, line.quantity);
      cheaper -= count;
      offs.set(line, Math.min(line.left, Math.round((line.unitPrice * count * percentBp) / 10_000)));
    }
    return goods.map((line) => offs.get(line) ?? 0);
  },
};
