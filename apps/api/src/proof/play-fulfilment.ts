import { newId } from '@mallhive/kernel';
import type { Operation } from '@mallhive/testing/model';
import { expect } from 'vitest';
import type { Game, Known } from './play.ts';

type Fulfilment = Operation & { kind: 'ship' | 'deliver' | 'refund' };

/** What sellers do with an order once it is paid. */
export async function playFulfilment(game: Game, order: Known, operation: Fulfilment): Promise<void> {
  if (operation.kind === 'refund') return refund(game, order, operation);
  const { model } = order;
  // Lines of the part's seller: the first two variants are the first seller's.
  const mine = [...model.lines].filter(([variant]) => variant < 2 === (operation.part === 0));
  const seller = game.sellers[operation.part];
  const [subOrder] = await game.shop.rows<{ id: string }>(
    'select id from orders.sub_orders where order_id = $1 and seller_id = $2',
    [order.id, seller?.sellerId],
  );
  if (!seller || !subOrder) return expect(mine).toEqual([]);
  const named = { sellerId: seller.sellerId, subOrderId: subOrder.id };

  if (operation.kind === 'deliver') {
    const shipments = await game.shop.rows<{ id: string }>('select id from orders.shipments where sub_order_id = $1', [
      subOrder.id,
    ]);
    for (const { id } of shipments) {
      const reply = await seller.call('orders.markDelivered', { ...named, shipmentId: id });
      expect(reply).toMatchObject({ ok: true });
    }
    return;
  }

  const left = mine.filter(([variant, quantity]) => quantity > (model.sent.get(variant) ?? 0));
  const lines = await game.shop.rows<{ id: string; variant: string }>(
    'select id, variant_id as variant from orders.order_lines where sub_order_id = $1',
    [subOrder.id],
  );
  const [one] = left;
  const lineOf = (variant: number) => lines.find((line) => line.variant === game.variants[variant])?.id;
  const partial = !operation.all && one;
  const shipmentId = newId();
  const input = {
    ...named,
    shipmentId,
    carrier: 'Royal Mail',
    trackingNumber: 'AB123456789GB',
    ...(partial ? { lines: [{ orderLineId: lineOf(one[0]), quantity: 1 }] } : {}),
  };
  // Said twice at once it is one parcel.
  const replies = await Promise.all([seller.call('orders.ship', input), seller.call('orders.ship', input)]);
  const reasons = replies.map((reply) => (reply.ok ? 'shipped' : reply.reason));
  if (model.status === 'waiting' || (model.status === 'cancelled' && reasons[0] === 'order_not_found')) {
    return expect(reasons).toEqual(['order_not_found', 'order_not_found']);
  }
  if (model.status === 'cancelled' || left.length === 0)
    return expect(reasons).toEqual(['not_shippable', 'not_shippable']);
  expect(reasons).toEqual(['shipped', 'shipped']);
  if (partial) model.sent.set(one[0], (model.sent.get(one[0]) ?? 0) + 1);
  else for (const [variant, quantity] of left) model.sent.set(variant, quantity);
}

/** From several places at once: as much goes back as there is, and not a penny more. */
async function refund(game: Game, order: Known, { percent, times }: Operation & { kind: 'refund' }): Promise<void> {
  const { model, payment } = order;
  const { payments } = game.shop.composition.facades;
  const amount = Math.max(1, Math.floor((model.amount * percent) / 100));
  const ask = () =>
    payments.refund({ paymentId: payment.id, key: `proof:${newId()}`, reason: 'proof', amount }).then(
      () => 'refunded',
      (error: { reason?: string }) => error.reason ?? String(error),
    );
  const outcomes = await Promise.all(Array.from({ length: times }, ask));
  if (model.money !== 'taken') return expect(new Set(outcomes)).toEqual(new Set(['not_captured']));
  const possible = Math.min(times, Math.floor((model.amount - model.refunded) / amount));
  expect(outcomes.filter((outcome) => outcome === 'refunded')).toHaveLength(possible);
  model.refunded += possible * amount;
}
