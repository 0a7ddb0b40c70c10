import { expect, it } from 'vitest';
import { minorUnits, openUnits } from './after-sale.ts';

it.each([
  ['4.50', 2, 450],
  ['4,5', 2, 450],
  ['4', 2, 400],
  ['400', 0, 400],
  ['4.505', 2, null],
  ['4.5', 0, null],
  ['0', 2, null],
  ['-1', 2, null],
  ['', 2, null],
])('%j with %i decimals is %j', (typed, digits, units) => expect(minorUnits(typed, digits)).toBe(units));

it('counts what is left to send', () => {
  expect(openUnits({ quantity: 5, shippedQuantity: 2, cancelledQuantity: 1 })).toBe(2);
});
