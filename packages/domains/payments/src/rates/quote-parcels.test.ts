import { taxOn } from '@mallhive/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type QuoteInput, quoteParcels, shippingPrice, taxRate } from './quote-parcels.ts';
import { type Offer, offerKey, type Rates, type TaxZone } from './rates.ts';

const now = new Date('2026-11-23T12:00:00Z');
const offer = (change: Partial<Offer> = {}): Offer => ({
  method: 'standard',
  offered: true,
  minimumDays: 2,
  maximumDays: 4,
  freeFrom: {},
  bands: [
    { upToGrams: 1_000, prices: { GBP: 300 } },
    { upToGrams: 5_000, prices: { GBP: 600 } },
  ],
  ...change,
});
const zone: TaxZone = {
  pricesIncludeTax: true,
  rates: new Map([
    [
      'standard',
      [
        { validFrom: '2026-12-01', basisPoints: 2_100 },
        { validFrom: '2020-01-01', basisPoints: 2_000 },
      ],
    ],
    ['reduced', [{ validFrom: '2020-01-01', basisPoints: 500 }]],
  ]),
};
const rates: Rates = {
  taxZones: new Map([
    ['GB', zone],
    ['US', { ...zone, pricesIncludeTax: false }],
  ]),
  shippingZones: new Map([['GB', 'home']]),
  elsewhere: null,
  offers: new Map([
    [offerKey('home', 'standard', null), offer()],
    [
      offerKey('home', 'express', null),
      offer({ method: 'express', bands: [{ upToGrams: null, prices: { GBP: 200 } }] }),
    ],
    [offerKey('home', 'express', 'own'), offer({ method: 'express', offered: false })],
  ]),
};
const line = (change: Partial<QuoteInput['parcels'][number]['lines'][number]> = {}) => ({
  taxClass: 'standard',
  total: 2_000,
  weightGrams: 400,
  quantity: 1,
  ...change,
});
const quote = (country: string, lines = [line()], sellerId = 'seller') =>
  quoteParcels(rates, { country, currency: 'GBP', parcels: [{ sellerId, lines }] }, now);

describe('a quote', () => {
  it('refuses what is no country code, and offers nothing where the shop does not deliver', () => {
    expect(() => quote('gb')).toThrowError(expect.objectContaining({ reason: 'country_not_served' }));
    expect(quote('FR').parcels[0]).toMatchObject({ methods: [], lines: [{ taxBasisPoints: 0 }] });
  });

  it('answers each parcel for itself, cheapest first, in the order of the question', () => {
    const { parcels } = quoteParcels(
      rates,
      {
        country: 'GB',
        currency: 'GBP',
        parcels: [
          { sellerId: 'seller', lines: [line()] },
          { sellerId: 'own', lines: [line({ weightGrams: 700, quantity: 3 })] },
        ],
      },
      now,
    );
    expect(
      parcels.map(({ sellerId, methods }) => [sellerId, methods.map(({ code, price }) => [code, price.amount])]),
    ).toEqual([
      [
        'seller',
        [
          ['express', 200],
          ['standard', 300],
        ],
      ],
      ['own', [['standard', 600]]],
    ]);
  });

  it('offers nothing for a parcel that is too heavy, or in a currency without a price', () => {
    const heavy = quote('GB', [line({ weightGrams: 5_001 })], 'own');
    expect(heavy.parcels[0]?.methods).toEqual([]);
    expect(shippingPrice(offer(), 'EUR', 100, 100)).toBeNull();
  });

  it('taxes by class, an unknown class as standard goods, and shipping by the highest of its lines', () => {
    const { taxIncluded, parcels } = quote('US', [line({ taxClass: 'reduced' }), line({ taxClass: 'gone' })]);
    expect(taxIncluded).toBe(false);
    expect(parcels[0]).toMatchObject({
      lines: [{ taxBasisPoints: 500 }, { taxBasisPoints: 2_000 }],
      shippingTaxBasisPoints: 2_000,
    });
    expect(quote('GB', [line({ taxClass: 'reduced' })]).parcels[0]?.shippingTaxBasisPoints).toBe(500);
  });

  it('changes a rate on the day that it is valid from', () => {
    expect(taxRate(zone, 'standard', '2026-11-30')).toBe(2_000);
    expect(taxRate(zone, 'standard', '2026-12-01')).toBe(2_100);
    expect(taxRate(zone, 'standard', '2019-12-31')).toBe(0);
    expect(taxRate(undefined, 'standard', '2026-12-01')).toBe(0);
  });

  it('is free from a sum on, that sum included', () => {
    const from = offer({ freeFrom: { GBP: 5_000 } });
    expect([4_999, 5_000, 5_001].map((worth) => shippingPrice(from, 'GBP', 100, worth))).toEqual([300, 0, 0]);
  });
});

describe('for any weight, worth and rate', () => {
  const amount = fc.integer({ min: 0, max: 100_000_000 });
  const share = fc.integer({ min: 0, max: 10_000 });

  it('a heavier parcel never costs less while bands grow dearer, and a dearer one never more', () => {
    const bands = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 6 }).map((prices) =>
      prices
        .toSorted((left, right) => left - right)
        .map((price, index) => ({
          upToGrams: index === prices.length - 1 ? null : (index + 1) * 1_000,
          prices: { GBP: price },
        })),
    );
    fc.assert(
      fc.property(bands, amount, amount, amount, (list, weight, more, freeFrom) => {
        const sold = offer({ bands: list, freeFrom: { GBP: freeFrom } });
        const price = (grams: number, worth: number) => shippingPrice(sold, 'GBP', grams, worth) ?? 0;
        expect(price(weight + more, 0)).toBeGreaterThanOrEqual(price(weight, 0));
        expect(price(weight, more)).toBeLessThanOrEqual(price(weight, 0));
      }),
    );
  });

  it('tax is a whole amount, within half a unit of the exact one, and halves are rounded up', () => {
    fc.assert(
      fc.property(amount, share, fc.boolean(), (gross, basisPoints, included) => {
        const tax = taxOn(gross, basisPoints, included);
        const [part, whole] = [BigInt(gross) * BigInt(basisPoints), BigInt(included ? 10_000 + basisPoints : 10_000)];
        expect(Number.isSafeInteger(tax)).toBe(true);
        expect(tax).toBe(Number((2n * part + whole) / (2n * whole)));
        expect(tax).toBeGreaterThanOrEqual(0);
        expect(tax).toBeLessThanOrEqual(gross);
      }),
    );
  });
});
