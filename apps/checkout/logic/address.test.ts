import { describe, expect, it } from 'vitest';
import { addressProblems, countries, emailProblem, emptyAddress, rulesFor, tidyPostcode } from './address.ts';

const good = { ...emptyAddress('GB'), name: 'Ada Moss', line1: '1 Mill Lane', city: 'Leeds', postcode: 'LS1 4AP' };

describe('address rules', () => {
  it('names everything that is missing', () => {
    expect(addressProblems(emptyAddress('US'))).toEqual({
      name: 'missing',
      line1: 'missing',
      city: 'missing',
      postcode: 'missing',
      region: 'missing',
    });
  });
  it('checks the postcode by country', () => {
    expect(addressProblems({ ...good, postcode: '10115' })).toEqual({ postcode: 'postcodeInvalid' });
    expect(addressProblems({ ...good, country: 'DE', postcode: '10115' })).toEqual({});
    expect(addressProblems({ ...good, country: 'DE', postcode: 'LS1 4AP' })).toEqual({ postcode: 'postcodeInvalid' });
  });
  it('has an example for each country that fits its own pattern', () => {
    for (const country of countries) expect(country.postcodeExample).toMatch(country.postcodePattern);
  });
  it('wants a telephone number only when one is given', () => {
    expect(addressProblems({ ...good, phone: 'call me' })).toEqual({ phone: 'phoneInvalid' });
    expect(addressProblems({ ...good, phone: '+44 (0)20 7946-0000' })).toEqual({});
  });
  it('refuses what the server would refuse as too long', () => {
    expect(addressProblems({ ...good, name: 'x'.repeat(121) })).toEqual({ name: 'tooLong' });
  });
  it('falls back to the United Kingdom', () => {
    expect(rulesFor('XX').code).toBe('GB');
    expect(rulesFor('de').code).toBe('DE');
  });
});

describe('postcodes', () => {
  it('are written the way they are printed', () => {
    expect(tidyPostcode(' ls14ap ', 'GB')).toBe('LS1 4AP');
    expect(tidyPostcode('1012ab', 'NL')).toBe('1012 AB');
    expect(tidyPostcode('d02af30', 'IE')).toBe('D02 AF30');
    expect(tidyPostcode('10115', 'DE')).toBe('10115');
  });
});

describe('e-mail', () => {
  it('refuses the obvious and leaves the rest to the mail', () => {
    expect(['', 'ada', 'ada@', 'ada@shop', 'a b@shop.example', 'ada@shop..example'].map(emailProblem)).toEqual([
      'emailMissing',
      'emailInvalid',
      'emailInvalid',
      'emailInvalid',
      'emailInvalid',
      'emailInvalid',
    ]);
    expect(emailProblem(' ada@shop.example ')).toBeNull();
  });
});
