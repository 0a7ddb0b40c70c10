import { expect, it } from 'vitest';
import { deliveredOrder, paidOrder, shippedOrder } from '../fixtures/orders.ts';
import { cancellable, chosen, returnable } from './after-sale.ts';

it('offers to cancel what the seller has not begun to send', () => {
  expect(cancellable(paidOrder).map(({ line, most }) => [line.title, most])).toEqual([
    ['Oak serving board', 1],
    ['Stoneware bowl set', 2],
    ['Insulated flask', 1],
  ]);
  expect(cancellable(shippedOrder).map(({ line }) => line.title)).toEqual(['Insulated flask']);
  expect(cancellable(deliveredOrder)).toEqual([]);
});

it('offers to return what arrived within the window and is in no return', () => {
  const [part] = deliveredOrder.subOrders;
  if (!part) throw new Error('no part');
  const arrived = Date.parse('2026-06-18T10:05:00Z');
  expect(returnable(part, 30, arrived + 29 * 86_400_000).map(({ most }) => most)).toEqual([1, 2]);
  expect(returnable(part, 30, arrived + 31 * 86_400_000)).toEqual([]);
  const [first, ...rest] = part.lines;
  const lines = [...(first ? [{ ...first, returnedQuantity: 1 }] : []), ...rest];
  expect(returnable({ ...part, lines }, 30, arrived).map(({ line }) => line.title)).toEqual(['Stoneware bowl set']);
});

it('never names more than there is', () => {
  const choices = cancellable(paidOrder);
  const [board, bowls] = choices;
  const quantities = { [board?.line.id ?? '']: 0, [bowls?.line.id ?? '']: 9 };
  expect(chosen(choices, quantities)).toEqual([{ orderLineId: bowls?.line.id, quantity: 2 }]);
});
