import { expect, it } from 'vitest';
import { typedEarly } from './typed-early.ts';

const reader = (fields: Record<string, string>) => (id: string) => fields[id] ?? null;

it('takes what stands in the fields, as the form would have written it', () => {
  const typed = typedEarly(
    reader({
      'checkout-email': 'ada@example.test',
      'checkout-address-name': 'Ada Byron',
      'checkout-address-city': '',
      'checkout-card-number': '378282246310005',
      'checkout-card-expiry': '1229',
      'checkout-card-cvc': '12345',
    }),
  );
  expect(typed).toEqual({
    email: 'ada@example.test',
    address: { name: 'Ada Byron' },
    card: { number: '3782 822463 10005', expiry: '12 / 29', cvc: '1234' },
  });
});

it('changes nothing where nothing was typed, or where a field is not shown', () => {
  expect(typedEarly(reader({ 'checkout-email': '' }))).toEqual({ email: null, address: {}, card: {} });
});
