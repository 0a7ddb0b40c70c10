import type { ShippingOffer } from '../types.ts';
import { parsePrice, priceText } from './prices.ts';

export const shopCurrencies = ['GBP', 'EUR', 'USD', 'JPY'] as const;
type ShopCurrency = (typeof shopCurrencies)[number];
type Typed = Record<ShopCurrency, string>;

/** An offer as it is typed. */
export interface OfferDraft {
  method: ShippingOffer['method'];
  offered: boolean;
  minimumDays: string;
  maximumDays: string;
  bands: { key: number; upTo: string; prices: Typed }[];
  freeFrom: Typed;
}

const each = <Value>(value: (currency: ShopCurrency) => Value): Record<ShopCurrency, Value> => ({
  GBP: value('GBP'),
  EUR: value('EUR'),
  USD: value('USD'),
  JPY: value('JPY'),
});

/** `2.5` for 2500 g. */
export const kilograms = (grams: number): string => String(grams / 1_000);

function gramsOf(text: string): number | null {
  const kilos = Number(text.trim().replace(',', '.'));
  const grams = Math.round(kilos * 1_000);
  return /^\d{1,5}([.,]\d{1,3})?$/.test(text.trim()) && grams > 0 ? grams : null;
}

let keys = 0;
export const emptyBand = (): OfferDraft['bands'][number] => {
  keys += 1;
  return { key: keys, upTo: '', prices: each(() => '') };
};

/** `offer` null: what a new one begins with. */
export function draftOf(method: ShippingOffer['method'], offer: ShippingOffer | null): OfferDraft {
  if (!offer) {
    const days = method === 'express' ? ['1', '2'] : ['3', '5'];
    const [minimumDays = '', maximumDays = ''] = days;
    return { method, offered: false, minimumDays, maximumDays, bands: [emptyBand()], freeFrom: each(() => '') };
  }
  const bands = offer.bands.map(({ upToGrams, prices }) => ({
    ...emptyBand(),
    upTo: upToGrams === null ? '' : kilograms(upToGrams),
    prices: each((currency) => priceText(prices[currency], currency)),
  }));
  return {
    method,
    offered: offer.offered,
    minimumDays: String(offer.minimumDays),
    maximumDays: String(offer.maximumDays),
    bands: bands.length > 0 ? bands : [emptyBand()],
    freeFrom: each((currency) => priceText(offer.freeFrom[currency], currency)),
  };
}

/** What is wrong, by field: `days`, `upTo.0`, `price.0.GBP`, `freeFrom.GBP`. Nothing of what is not offered. */
export function offerProblems(draft: OfferDraft): Set<string> {
  const wrong = new Set<string>();
  if (!draft.offered) return wrong;
  const days = [draft.minimumDays, draft.maximumDays];
  if (days.some((day) => !/^\d{1,3}$/.test(day.trim())) || Number(days[0]) > Number(days[1])) wrong.add('days');
  let before = 0;
  for (const [index, band] of draft.bands.entries()) {
    const last = index === draft.bands.length - 1;
    const grams = band.upTo.trim() === '' && last ? Number.POSITIVE_INFINITY : gramsOf(band.upTo);
    if (grams === null || grams <= before) wrong.add(`upTo.${index}`);
    before = grams ?? before;
    for (const currency of shopCurrencies)
      if (parsePrice(band.prices[currency], currency) === null) wrong.add(`price.${index}.${currency}`);
  }
  for (const currency of shopCurrencies) {
    const text = draft.freeFrom[currency].trim();
    if (text !== '' && parsePrice(text, currency) === null) wrong.add(`freeFrom.${currency}`);
  }
  return wrong;
}

/** As it is sent. Only of a draft without problems. */
export function offerOf({ method, offered, minimumDays, maximumDays, bands, freeFrom }: OfferDraft): ShippingOffer {
  return {
    method,
    offered,
    minimumDays: Number(minimumDays) || 0,
    maximumDays: Number(maximumDays) || 0,
    bands: offered
      ? bands.map(({ upTo, prices }) => ({
          upToGrams: upTo.trim() === '' ? null : gramsOf(upTo),
          prices: each((currency) => parsePrice(prices[currency], currency) ?? 0),
        }))
      : [],
    freeFrom: each((currency) => (offered ? parsePrice(freeFrom[currency], currency) : null)),
  };
}
