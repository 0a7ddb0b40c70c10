import { expect, it } from 'vitest';
import { initialRates } from './initial-rates.ts';
import { type QuoteInput, quoteParcels } from './quote-parcels.ts';

const now = new Date('2026-11-23T12:00:00Z');
const line = { taxClass: 'standard', total: 2_000, weightGrams: 500, quantity: 1 };
const quote = (country: string, currency: QuoteInput['currency']) =>
  quoteParcels(initialRates, { country, currency, parcels: [{ sellerId: 's', lines: [line] }] }, now).parcels[0];

it('refuses what is no country', () => {
  expect(() => quote('gb', 'GBP')).toThrowError(expect.objectContaining({ reason: 'country_not_served' }));
});

it('knows zones and the VAT that prices include', () => {
  expect(quote('GB', 'GBP')).toMatchObject({
    lines: [{ taxBasisPoints: 2_000 }],
    methods: [{ price: { amount: 395 } }, { price: { amount: 695 } }],
  });
  expect(quote('DE', 'EUR')).toMatchObject({
    shippingTaxBasisPoints: 1_900,
    methods: [{ price: { amount: 1_195, currency: 'EUR' } }, {}],
  });
  expect(quote('NZ', 'GBP')).toMatchObject({
    lines: [{ taxBasisPoints: 0 }],
    methods: [{ code: 'standard', minimumDays: 7 }, { code: 'express' }],
  });
});
