import { newId } from '@mallhive/kernel';
import { databaseGuards } from '@mallhive/testing/database-guards';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openProofShop, type ProofShop, payByCard, placeFromCart } from './proof-shop.ts';

let shop: ProofShop;

/** A shop that has sold, sent, cancelled and refunded something, and has a basket and a checkout open. */
beforeAll(async () => {
  shop = await openProofShop();
  const executor = shop.executor(() => 0.5);
  const seller = await shop.openSeller();
  const [variantId = ''] = await shop.stockUp(seller.sellerId, [20]);
  const buyer = shop.visitor();
  await buyer('cart.addItem', { variantId, quantity: 3 });
  const [placed] = await placeFromCart(buyer, 'ada@example.test');
  if (!placed?.ok) throw new Error('Nothing was sold');
  await payByCard(buyer, placed.data.payment, '4242 4242 4242 4242');
  for (const body of await shop.pendingNews()) await shop.deliver(body);
  await shop.composition.facades.payments.idle();
  await executor.work();
  const [part] = await shop.rows<{ id: string; line: string }>(
    'select s.id, l.id as line from orders.sub_orders s join orders.order_lines l on l.sub_order_id = s.id',
  );
  const cancelled = await seller.call('orders.cancelSold', {
    sellerId: seller.sellerId,
    subOrderId: part?.id,
    requestId: newId(),
    lines: [{ orderLineId: part?.line, quantity: 1 }],
    reason: 'other',
  });
  expect(cancelled).toMatchObject({ ok: true });
  await executor.work();
  const looker = shop.visitor();
  await looker('cart.addItem', { variantId, quantity: 1 });
  await looker('orders.startCheckout', { country: 'GB' });
});
afterAll(() => shop.close());

/** What the database says to it; everything is rolled back. */
async function attempt(statements: readonly string[]): Promise<string> {
  const client = await shop.database.db.pool.connect();
  try {
    await client.query('begin');
    let changed: number | null = 0;
    for (const statement of statements) changed = (await client.query(statement)).rowCount;
    await client.query('set constraints all immediate');
    return changed ? 'accepted' : 'nothing to attack';
  } catch (error) {
    const { constraint, where = '', message } = error as { constraint?: string; where?: string; message: string };
    return constraint ?? `${message} ${where}`;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** A trigger that refuses names what it keeps, not itself. */
const triggers: Record<string, RegExp> = {
  stock_movements_append_only: /stock_movements is append-only/,
  timeline_append_only: /timeline is append-only/,
  ledger_transactions_append_only: /ledger_transactions is append-only/,
  ledger_entries_append_only: /ledger_entries is append-only/,
  ledger_entries_balanced: /out of balance/,
};

describe('the database refuses by itself, and by nothing but', () => {
  it.each(databaseGuards)('$name', async ({ name, drop, attack }) => {
    expect(await attempt([attack])).toMatch(triggers[name] ?? new RegExp(`^${name}$`));
    expect(await attempt([drop, attack])).toBe('accepted');
  });
});
