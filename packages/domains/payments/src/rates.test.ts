import { expect, it } from 'vitest';
import { quoteRates } from './rates.ts';

it('refuses what is no country', () => {
  expect(() => quoteRates('gb', 'GBP')).toThrowError(expect.objectContaining({ reason: 'country_not_served' }));
});

it('knows zones and the VAT that prices include', () => {
  expect(quoteRates('GB', 'GBP')).toMatchObject({
    vatBasisPoints: 2_000,
    methods: [{ price: { amount: 395 } }, { price: { amount: 695 } }],
  });
  expect(quoteRates('DE', 'EUR')).toMatchObject({
    vatBasisPoints: 1_900,
    methods: [{ price: { amount: 1_195, currency: 'EUR' } }, {}],
  });
  expect(quoteRates('NZ', 'GBP')).toMatchObject({
    vatBasisPoints: 0,
    methods: [{ code: 'standard', minimumDays: 7 }, { code: 'express' }],
  });
});
