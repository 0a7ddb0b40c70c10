import { describe, expect, it } from 'vitest';
import { formatMoney, savingPercent } from './format-money.ts';

const pounds = (amount: number) => ({ amount, currency: 'GBP' });

describe('formatMoney', () => {
  it('knows the minor units of each currency', () => {
    expect(formatMoney(pounds(123_450))).toBe('£1,234.50');
    expect(formatMoney({ amount: 980, currency: 'JPY' })).toBe('JP¥980');
  });
  it('drops decimals only when asked and only when they are zero', () => {
    expect(formatMoney(pounds(2500))).toBe('£25.00');
    expect(formatMoney(pounds(2500), { whole: true })).toBe('£25');
    expect(formatMoney(pounds(2599), { whole: true })).toBe('£25.99');
  });
  it('has no letters in its sign in Arabic, which would turn the sign round', () => {
    const signs = ['GBP', 'EUR', 'USD', 'JPY'].map((currency) =>
      formatMoney({ amount: 68_550, currency }, { locale: 'ar-AE-u-nu-latn' }).replace(/[\d.,\s\u200f]/g, ''),
    );
    expect(signs).toEqual(['£', '€', '$', '¥']);
  });
  it('keeps the sign', () => {
    expect(formatMoney(pounds(-5))).toBe('-£0.05');
  });
});

describe('savingPercent', () => {
  it('is null when there is no saving worth naming', () => {
    expect(savingPercent(pounds(1000), null)).toBeNull();
    expect(savingPercent(pounds(1000), pounds(1000))).toBeNull();
    expect(savingPercent(pounds(1000), pounds(900))).toBeNull();
    expect(savingPercent(pounds(9999), pounds(10_000))).toBeNull();
  });
  it('never promises more than is given', () => {
    expect(savingPercent(pounds(667), pounds(1000))).toBe(33);
  });
});
