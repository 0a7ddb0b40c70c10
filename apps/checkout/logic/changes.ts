import type { Checkout, Money, ShippingCode } from '../types.ts';

/** One thing that is different from what the shopper had agreed to. */
export type CheckoutChange =
  | { kind: 'price'; title: string; from: Money; to: Money }
  | { kind: 'quantity'; title: string; from: number; to: number }
  | { kind: 'gone'; title: string }
  | { kind: 'new'; title: string }
  | { kind: 'shipping'; seller: string; from: Money; to: Money }
  | { kind: 'code'; code: string }
  | { kind: 'discount'; from: Money; to: Money };

const linesOf = (checkout: Checkout) =>
  new Map(checkout.parcels.flatMap((parcel) => parcel.lines.map((line) => [line.variantId, line] as const)));

const nameOf = (line: { title: string; variantTitle: string }): string =>
  line.variantTitle ? `${line.title} (${line.variantTitle})` : line.title;

/** Off goods and delivery. */
const discountOf = ({ totals: { discount, shippingDiscount } }: Checkout): Money => ({
  ...discount,
  amount: discount.amount + shippingDiscount.amount,
});

/** What to tell the shopper when `place` answered that the checkout is not what it was. */
export function checkoutChanges(before: Checkout, after: Checkout): CheckoutChange[] {
  const changes: CheckoutChange[] = [];
  const old = linesOf(before);
  const current = linesOf(after);
  for (const [variantId, line] of old) {
    const now = current.get(variantId);
    if (!now) changes.push({ kind: 'gone', title: nameOf(line) });
    else {
      if (now.unitPrice.amount !== line.unitPrice.amount) {
        changes.push({ kind: 'price', title: nameOf(line), from: line.unitPrice, to: now.unitPrice });
      }
      if (now.quantity !== line.quantity) {
        changes.push({ kind: 'quantity', title: nameOf(line), from: line.quantity, to: now.quantity });
      }
    }
  }
  for (const [variantId, line] of current) if (!old.has(variantId)) changes.push({ kind: 'new', title: nameOf(line) });
  for (const parcel of before.parcels) {
    const now = after.parcels.find((candidate) => candidate.seller.id === parcel.seller.id);
    const from = parcel.shippingMethods.find((method) => method.code === parcel.chosenShipping)?.price;
    const to = now?.shippingMethods.find((method) => method.code === now.chosenShipping)?.price;
    if (from && to && from.amount !== to.amount)
      changes.push({ kind: 'shipping', seller: parcel.seller.name, from, to });
  }
  const refused = new Set(before.refusedCoupons.map(({ code }) => code));
  const codes = after.refusedCoupons.filter(({ code }) => !refused.has(code));
  for (const { code } of codes) changes.push({ kind: 'code', code });
  const [from, to] = [discountOf(before), discountOf(after)];
  if (codes.length === 0 && from.amount !== to.amount) changes.push({ kind: 'discount', from, to });
  return changes;
}

/** Titles of the lines that `stock_insufficient` names. */
export function titlesOf(checkout: Checkout, variantIds: readonly string[]): string[] {
  const lines = linesOf(checkout);
  return variantIds.flatMap((variantId) => {
    const line = lines.get(variantId);
    return line ? [nameOf(line)] : [];
  });
}

/** Shown at once when a method is chosen; totals follow from the server. */
export function withShipping(checkout: Checkout, sellerId: string, code: ShippingCode): Checkout {
  return {
    ...checkout,
    parcels: checkout.parcels.map((parcel) =>
      parcel.seller.id === sellerId ? { ...parcel, chosenShipping: code } : parcel,
    ),
  };
}
