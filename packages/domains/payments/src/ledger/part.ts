/** Who bears a discount: the seller simply gets less, the marketplace pays it to the seller. */
export interface PartDiscount {
  bearer: 'seller' | 'marketplace';
  amount: number;
}

/** One seller's part of a payment, in minor units, frozen when the payment is created. */
export interface Allocation {
  sellerId: string;
  subOrderId: string;
  /** After discount. */
  items: number;
  /** After discount. It is the seller's, who sends the parcel. */
  shipping: number;
  /** Within items + shipping, unless `taxIncluded` says otherwise. */
  tax: number;
  /** False: the tax is on top of items + shipping. */
  taxIncluded?: boolean;
  discounts?: readonly PartDiscount[];
  /** What the seller knows the sub-order by. */
  number?: string;
  commission: number;
}

/** What the shopper pays for this part. */
export function grossOf({ items, shipping, tax, taxIncluded = true }: Omit<Allocation, 'commission'>): number {
  return items + shipping + (taxIncluded ? 0 : tax);
}

/** What the marketplace adds to it. */
export function borneByMarketplace({ discounts = [] }: Pick<Allocation, 'discounts'>): number {
  return discounts.reduce((sum, { bearer, amount }) => sum + (bearer === 'marketplace' ? amount : 0), 0);
}
