import type { Currency } from '@mallhive/kernel';

export const methodCodes = ['standard', 'express'] as const;
export type MethodCode = (typeof methodCodes)[number];

/** Minor units by currency. */
export type Amounts = Partial<Record<Currency, number>>;

export interface TaxZone {
  /** Prices shown there have the tax in them; else it comes on top. */
  pricesIncludeTax: boolean;
  /** By tax class, newest first. `validFrom` is a day in UTC, `2026-11-23`. */
  rates: ReadonlyMap<string, readonly { validFrom: string; basisPoints: number }[]>;
}

export interface Band {
  /** Up to and with this weight of the parcel; null: any. */
  upToGrams: number | null;
  prices: Amounts;
}

/** How one method is sold in one zone. */
export interface Offer {
  method: MethodCode;
  offered: boolean;
  minimumDays: number;
  maximumDays: number;
  /** From this sum of goods on, after discounts, it costs nothing. */
  freeFrom: Amounts;
  /** Lightest first, the one without a limit last. */
  bands: readonly Band[];
}

/** All rules at one moment, as kept in memory. */
export interface Rates {
  /** By country; a country that is in no zone carries no tax. */
  taxZones: ReadonlyMap<string, TaxZone>;
  /** By country: the id of its zone. */
  shippingZones: ReadonlyMap<string, string>;
  /** The zone of every other country; null: the shop does not deliver there. */
  elsewhere: string | null;
  /** By `offerKey`. A seller's own offer replaces the marketplace's for the same zone and method. */
  offers: ReadonlyMap<string, Offer>;
}

export function offerKey(zoneId: string, method: MethodCode, sellerId: string | null): string {
  return `${zoneId}/${method}/${sellerId ?? ''}`;
}
