import { describe, expect, it } from 'vitest';
import { classCode, draftsOf, rateDraft, rateProblems, ratesAround, ratesOf } from './tax.ts';

const rates = [
  { taxClass: 'reduced', validFrom: '2026-01-01', basisPoints: 700 },
  { taxClass: 'standard', validFrom: '2027-01-01', basisPoints: 2_100 },
  { taxClass: 'standard', validFrom: '2026-12-01', basisPoints: 2_050 },
  { taxClass: 'standard', validFrom: '2020-01-01', basisPoints: 2_000 },
];

describe('tax rates', () => {
  it('come back as they were typed', () => {
    expect(rateProblems(draftsOf(rates)).size).toBe(0);
    expect(ratesOf(draftsOf(rates))).toEqual(rates);
  });

  it('are from 0 to 100 per cent, from a day on, one a class and day', () => {
    const wrong = (...typed: [string, string, string][]) => [
      ...rateProblems(typed.map((rate) => rateDraft(...rate))).values(),
    ];
    const day = '2026-01-01';
    expect(wrong(['a', day, '0'], ['b', day, '100'], ['c', day, '13,5'])).toEqual([]);
    expect(wrong(['a', day, ''], ['a', day, '-1'], ['a', day, '100.01'], ['a', day, '5.123'])).toEqual(
      Array.from({ length: 4 }, () => 'percent'),
    );
    expect(wrong(['a', '', '5'])).toEqual(['day']);
    expect(wrong(['a', day, '5'], ['a', day, '6'])).toEqual(['twice']);
  });

  it('hold until the next one begins', () => {
    expect(ratesAround(rates, 'standard', '2026-11-30')).toEqual({ now: rates[3], next: rates[2] });
    expect(ratesAround(rates, 'standard', '2027-06-01')).toEqual({ now: rates[1] });
    expect(ratesAround(rates, 'zero', '2027-06-01')).toEqual({});
  });

  it('belong to classes that have a code of their name', () => {
    expect(classCode(' Bücher & Papier ')).toBe('bucher-papier');
    expect(classCode('3 % goods')).toBe('goods');
    expect(classCode('!')).toBe('');
  });
});
