import { currencies } from '@mallhive/kernel';
import type { z } from 'zod';
import type { sellerShippingOutput, shippingRulesOutput, taxRulesOutput } from './contract.ts';
import type { RulesDocument } from './rates.repository.ts';
import { methodCodes, type Offer } from './rates.ts';

type OfferView = z.infer<typeof shippingRulesOutput>['zones'][number]['offers'][number];

/** Every currency is named, so that forms have a field for each. */
function viewOffer({ method, offered, minimumDays, maximumDays, freeFrom, bands }: Offer): OfferView {
  const each = <Value>(value: (currency: (typeof currencies)[number]) => Value) =>
    Object.fromEntries(currencies.map((currency) => [currency, value(currency)])) as Record<
      (typeof currencies)[number],
      Value
    >;
  return {
    method,
    offered,
    minimumDays,
    maximumDays,
    freeFrom: each((currency) => freeFrom[currency] ?? null),
    bands: bands.map(({ upToGrams, prices }) => ({ upToGrams, prices: each((currency) => prices[currency] ?? 0) })),
  };
}

export function viewTaxRules({ taxZones, taxClasses }: RulesDocument): z.infer<typeof taxRulesOutput> {
  return { zones: taxZones, classes: taxClasses };
}

/** What the marketplace asks. Offers in the order in which methods are shown. */
export function viewShippingRules({ shippingZones, offers }: RulesDocument): z.infer<typeof shippingRulesOutput> {
  return {
    zones: shippingZones.map((zone) => ({
      ...zone,
      offers: methodCodes.flatMap((code) => {
        const offer = offers.find(
          ({ zoneId, sellerId, method }) => zoneId === zone.id && sellerId === null && method === code,
        );
        return offer ? [viewOffer(offer)] : [];
      }),
    })),
  };
}

export function viewSellerShipping(
  { shippingZones, offers }: RulesDocument,
  sellerId: string,
): z.infer<typeof sellerShippingOutput> {
  return {
    zones: shippingZones.map((zone) => ({
      ...zone,
      methods: methodCodes.map((code) => {
        const here = offers.filter(({ zoneId, method }) => zoneId === zone.id && method === code);
        const marketplace = here.find((offer) => offer.sellerId === null);
        const own = here.find((offer) => offer.sellerId === sellerId);
        return {
          method: code,
          marketplace: marketplace ? viewOffer(marketplace) : null,
          own: own ? viewOffer(own) : null,
          version: own?.version ?? 0,
        };
      }),
    })),
  };
}
