import type { Currency } from '@mallhive/kernel';
import { countryNotServed } from '../errors.ts';
import { type MethodCode, methodCodes, type Offer, offerKey, type Rates, type TaxZone } from './rates.ts';

/** One parcel a seller. `total` is after discount in minor units, `weightGrams` of one unit. */
export interface QuoteInput {
  country: string;
  currency: Currency;
  parcels: readonly {
    sellerId: string;
    lines: readonly { taxClass: string; total: number; weightGrams: number; quantity: number }[];
  }[];
}

export interface ShippingRate {
  code: MethodCode;
  name: string;
  description: string;
  price: { amount: number; currency: Currency };
  minimumDays: number;
  maximumDays: number;
}

export interface ParcelQuote {
  sellerId: string;
  /** Cheapest first; empty when this parcel cannot be sent there. */
  methods: ShippingRate[];
  lines: { taxBasisPoints: number }[];
  /** The highest of its lines; of the standard class when there is no line. */
  shippingTaxBasisPoints: number;
}

const names: Record<MethodCode, string> = { standard: 'Standard delivery', express: 'Express delivery' };

function describe({ minimumDays, maximumDays }: Offer): string {
  if (minimumDays === maximumDays)
    return minimumDays === 1 ? 'Arrives the next working day' : `Arrives in ${minimumDays} working days`;
  return `Arrives in ${minimumDays} to ${maximumDays} working days`;
}

/** Basis points on that day. A class without a rate is taxed as standard goods are; a zone without any carries none. */
export function taxRate(zone: TaxZone | undefined, taxClass: string, day: string): number {
  const rateOf = (code: string) => zone?.rates.get(code)?.find(({ validFrom }) => validFrom <= day)?.basisPoints;
  return rateOf(taxClass) ?? rateOf('standard') ?? 0;
}

/** Minor units for a parcel of this weight and worth; null when it is not sent that way. */
export function shippingPrice(offer: Offer, currency: Currency, weight: number, worth: number): number | null {
  if (!offer.offered) return null;
  const band = offer.bands.find(({ upToGrams }) => upToGrams === null || weight <= upToGrams);
  const price = band?.prices[currency];
  if (price === undefined) return null;
  const freeFrom = offer.freeFrom[currency];
  return freeFrom !== undefined && worth >= freeFrom ? 0 : price;
}

function methodsOf(rates: Rates, zoneId: string, currency: Currency, parcel: QuoteInput['parcels'][number]) {
  const weight = parcel.lines.reduce((sum, line) => sum + line.weightGrams * line.quantity, 0);
  const worth = parcel.lines.reduce((sum, line) => sum + line.total, 0);
  const methods: ShippingRate[] = [];
  for (const code of methodCodes) {
    const own = rates.offers.get(offerKey(zoneId, code, parcel.sellerId));
    const offer = own ?? rates.offers.get(offerKey(zoneId, code, null));
    const amount = offer ? shippingPrice(offer, currency, weight, worth) : null;
    if (!offer || amount === null) continue;
    const { minimumDays, maximumDays } = offer;
    const price = { amount, currency };
    methods.push({ code, name: names[code], description: describe(offer), price, minimumDays, maximumDays });
  }
  return methods.sort((left, right) => left.price.amount - right.price.amount);
}

/** What sending costs and which tax there is. Throws `country_not_served` for what is no country code. */
export function quoteParcels(
  rates: Rates,
  { country, currency, parcels }: QuoteInput,
  now: Date,
): { taxIncluded: boolean; parcels: ParcelQuote[] } {
  const zoneId = rates.shippingZones.get(country) ?? rates.elsewhere;
  if (!/^[A-Z]{2}$/.test(country)) throw countryNotServed(country);
  const taxZone = rates.taxZones.get(country);
  const day = now.toISOString().slice(0, 10);
  return {
    taxIncluded: taxZone?.pricesIncludeTax ?? true,
    parcels: parcels.map((parcel) => {
      const lines = parcel.lines.map(({ taxClass }) => ({ taxBasisPoints: taxRate(taxZone, taxClass, day) }));
      return {
        sellerId: parcel.sellerId,
        methods: zoneId ? methodsOf(rates, zoneId, currency, parcel) : [],
        lines,
        shippingTaxBasisPoints:
          lines.length > 0 ? Math.max(...lines.map((line) => line.taxBasisPoints)) : taxRate(taxZone, 'standard', day),
      };
    }),
  };
}
