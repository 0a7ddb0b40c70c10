import { newId } from '@mallhive/kernel';
import { askReturn, moveReturn, type Operation } from '@mallhive/testing/model';
import { expect } from 'vitest';
import { at, type Game, type Known } from './game.ts';
import { namesOf, outcomes, partAt, timesOver } from './play-fulfilment.ts';

type Returning = Operation & { kind: 'return' | 'return-step' };

/** What arrived goes back: asked for by the shopper, decided and looked at by the seller. */
export function playReturn(game: Game, order: Known, operation: Returning): Promise<void> {
  return operation.kind === 'return' ? ask(game, order, operation) : go(game, order, operation);
}

async function ask(
  game: Game,
  order: Known,
  { part: index, units, exchange, times }: Operation & { kind: 'return' },
): Promise<void> {
  const part = partAt(order, index);
  const line = part.lines.find(({ arrived, returned }) => arrived > returned) ?? at(part.lines, 0);
  const { lineId } = await namesOf(game, order, part);
  const other = game.model.instead(line.variant);
  const returnId = newId();
  const input = {
    orderId: order.id,
    accessToken: order.accessToken,
    returnId,
    wish: exchange ? 'exchange' : 'refund',
    lines: [
      {
        orderLineId: lineId(line.variant),
        quantity: units,
        reason: 'other',
        // Without another variant something else of the same seller is asked for, which cannot be.
        exchangeVariantId: at(game.variants, other ?? 5 - line.variant),
      },
    ],
  };
  const { call } = at(game.shoppers, order.model.shopper);
  const replies = await Promise.all(timesOver(times, () => call('orders.requestReturn', input)));
  const price = other === undefined ? undefined : game.model.price(other);
  const refused = askReturn(order.model, { id: returnId, part, line, units, exchange }, price);
  expect(outcomes(replies)).toEqual(timesOver(times, () => refused ?? 'done'));
}

async function go(game: Game, order: Known, operation: Operation & { kind: 'return-step' }): Promise<void> {
  const { which, step, restock, times } = operation;
  const one = order.model.returns.at(-1 - (which % Math.max(1, order.model.returns.length)));
  if (!one) return;
  const { sellerId, call } = at(game.staff.sellers, one.part.seller);
  const { id: orderId, accessToken } = order;
  const named = { sellerId, returnId: one.id };
  const accepted = Math.min(one.units, operation.accepted);
  const [line] = await game.shop.rows<{ id: string }>('select id from orders.return_lines where return_id = $1', [
    one.id,
  ]);
  const found = { returnLineId: line?.id, condition: 'opened', acceptedQuantity: accepted, restock };
  const acts = {
    approve: () => call('orders.decideReturn', { ...named, decision: 'approve', text: '1 Road, London' }),
    refuse: () => call('orders.decideReturn', { ...named, decision: 'refuse', text: 'It is broken' }),
    send: () =>
      at(game.shoppers, order.model.shopper).call('orders.sendReturn', {
        orderId,
        accessToken,
        returnId: one.id,
        carrier: 'Royal Mail',
      }),
    receive: () => call('orders.receiveReturn', named),
    inspect: () => call('orders.inspectReturn', { ...named, note: 'Looked at', lines: [found] }),
  };
  const replies = await Promise.all(timesOver(times, acts[step]));
  const moved = moveReturn(one, step);
  if (moved === 'moved' && step === 'inspect') game.model.inspect(order.model, one, accepted, restock);
  expect(outcomes(replies)).toEqual(timesOver(times, () => (moved === 'return_not_open' ? moved : 'done')));
}
