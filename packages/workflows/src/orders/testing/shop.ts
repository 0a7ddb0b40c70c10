import { createMailbox } from '@mallhive/adapter-mailbox';
import { createTestPayments } from '@mallhive/adapter-test-payments';
import { createCart } from '@mallhive/cart';
import { aVariant, fakeVariants } from '@mallhive/cart/testing';
import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId, newToken } from '@mallhive/kernel';
import { createNotifications } from '@mallhive/notifications';
import { silentLogger } from '@mallhive/observability';
import { createOrders } from '@mallhive/orders';
import { anAddress } from '@mallhive/orders/testing';
import { createPayments } from '@mallhive/payments';
import type { WorkflowDependencies } from '../../dependencies.ts';
import { handleLostOrder } from '../../invoices/credit-lost-order.ts';
import { handleRefundToCredit } from '../../invoices/credit-refund.ts';
import { handleOrdersToInvoice } from '../../invoices/invoice-order.ts';
import { handleChangedReturn } from '../../returns/follow-return.ts';
import { handleRequestedReturn } from '../../returns/tell-of-return.ts';
import { handleShipment } from '../announce-shipment.ts';
import { handleCapturedPayments } from '../complete-order.ts';
import { handleLostParcel } from '../follow-lost-parcel.ts';
import { handlePaidOrders } from '../fulfil-order.ts';
import { handleFailedAttempt } from '../note-failed-attempt.ts';
import { handleLostRefund } from '../note-lost-refund.ts';
import { handleRefund } from '../note-refund.ts';
import { handlePlannedRefund } from '../send-refund.ts';
import type { BatchHandler, Handler, Steps } from '../step.ts';
import { handleCancelledItems } from '../undo-cancelled-items.ts';
import { handleCancelledOrder } from '../undo-order.ts';

/** The function with a batch of one. */
const single =
  (handler: BatchHandler): Handler =>
  (dependencies, event, step) =>
    handler(dependencies, [event], step);

const handlers: Record<string, Handler | Handler[]> = {
  'payments/payment.captured': single(handleCapturedPayments),
  'payments/payment.failed': handleFailedAttempt,
  'payments/payment.refunded': handleRefund,
  'payments/payment.refund_lost': handleLostRefund,
  'orders/order.paid': [single(handlePaidOrders), single(handleOrdersToInvoice)],
  'orders/order.cancelled': [handleCancelledOrder, handleLostOrder],
  'orders/shipment.created': handleShipment,
  'orders/shipment.lost': handleLostParcel,
  'orders/items.cancelled': handleCancelledItems,
  'orders/refund.planned': [handlePlannedRefund, handleRefundToCredit],
  'orders/return.requested': handleRequestedReturn,
  'orders/return.changed': handleChangedReturn,
};

/** Every step runs twice, as it may after a crash. */
export const twice: Steps = {
  run: async (_id, work) => {
    await work();
    return work();
  },
  sleepUntil: async () => undefined,
  waitForEvent: async () => null,
};

export type Shop = Awaited<ReturnType<typeof openShop>>;

/** The real domains, provider and mailbox on one database; the catalog is in memory, events are handed on by `settle`. */
export async function openShop() {
  const test: TestDatabase = await createTestDatabase();
  const { db } = test;
  const query = async <Row>(text: string, values: readonly unknown[]): Promise<Row[]> =>
    (await db.pool.query(text, [...values])).rows;
  const fixed = fixedClock(new Date());
  const clock = {
    ...fixed,
    now: () => {
      fixed.advance(1);
      return fixed.now();
    },
  };
  const variants = fakeVariants();
  const mailbox = createMailbox({ query });
  const provider = createTestPayments({
    query,
    webhookUrl: 'http://api.test/webhooks/test',
    webhookSecrets: ['current secret', 'former secret'],
    fetch: async (_url, init) => {
      const headers = Object.fromEntries(new Headers(init?.headers).entries());
      await (await payments.receiveWebhook('test', String(init?.body), headers)).processed;
      return new Response('{}');
    },
  });
  const cart = createCart({ db, variants, currency: 'GBP', clock });
  const payments = createPayments({
    db,
    providers: [provider.provider],
    cards: provider.provider,
    orders: {
      awaitsPayment: (payment) => orders.awaitsPayment(payment),
      paymentCaptured: (payment) => orders.completePayment(payment),
    },
    clock,
  });
  const orders = createOrders({
    db,
    cart,
    payments,
    variants,
    currency: 'GBP',
    accessTokenSecret: 'a secret for tests of 32 characters',
    clock,
  });
  const notifications = createNotifications({ db, mail: mailbox.channel, shellUrl: 'https://shop.test', clock });
  const identity = {
    sellerContacts: async (ids: readonly string[]) =>
      ids.map((id) => ({
        id,
        slug: id,
        name: id,
        members: [{ userId: id, email: `${id}@seller.test`, name: 'Sam', role: 'owner' }],
      })),
    invoiceParties: async (ids: readonly string[]) =>
      ids.map((sellerId) => ({
        sellerId,
        name: `${sellerId} Ltd`,
        postalAddress: '1 Quay\nLeeds',
        country: 'GB',
        taxNumber: 'GB 1',
      })),
  };
  const dependencies = {
    identity,
    cart,
    orders,
    payments,
    notifications,
    logger: silentLogger,
    web: { shellUrl: 'https://shop.test', sellerUrl: 'https://seller.test', internalSecret: '' },
  } as unknown as WorkflowDependencies;

  /** Delivers webhooks and events until nothing is left; each event is handled twice at once, as a relay may send it again. */
  async function settle(): Promise<void> {
    for (;;) {
      const delivered = await provider.deliverDue();
      const rows = await query<{ domain: string; id: string; name: string; data: unknown }>(
        ['cart', 'orders', 'payments', 'notifications']
          .map(
            (name) =>
              `select '${name}' as domain, id, name, data, occurred_at from ${name}.outbox where published_at is null`,
          )
          .join(' union all ')
          .concat(' order by occurred_at, id'),
        [],
      );
      if (rows.length === 0 && delivered === 0) return;
      for (const { domain, id, name, data } of rows) {
        for (const handler of [handlers[name] ?? []].flat())
          await Promise.all([1, 2].map(() => handler(dependencies, { id, data }, twice)));
        await query(`update ${domain}.outbox set published_at = now() where id = $1`, [id]);
      }
    }
  }

  return {
    test,
    query,
    clock,
    cart,
    orders,
    payments,
    provider,
    mailbox,
    variants,
    dependencies,
    settle,
    close: () => test.close(),
    async stocked(onHand: number, overrides: Parameters<typeof aVariant>[0] = {}) {
      const variant = variants.put(aVariant(overrides));
      await cart.upsertStock([{ ...variant, sellerId: variant.seller.id, onHand }]);
      return variant;
    },
    /** A guest with these in the cart, in this order. */
    async shopper(lines: readonly (readonly [variantId: string, quantity: number])[]) {
      const owner = { userId: null, cartToken: newToken() };
      for (const [variantId, quantity] of lines) await cart.addItem(owner, { variantId, quantity });
      return owner;
    },
    async place(owner: { userId: string | null; cartToken: string | null }, email = `${newId()}@shopper.test`) {
      const checkout = await orders.startCheckout(owner, { country: 'GB' });
      const input = {
        checkoutId: checkout.id,
        revision: checkout.revision,
        email,
        shippingAddress: anAddress(),
        provider: 'test',
      };
      return { checkout, email, ...(await orders.place(owner, input)) };
    },
    card: (number: string) => ({ number, expiry: '12/40', cvc: '123' }),
    async stock(variantId: string) {
      const [row] = await query<{ onHand: number; reserved: number }>(
        `select on_hand as "onHand", reserved from cart.stock_levels where variant_id = $1`,
        [variantId],
      );
      return row;
    },
    /** Facts that hold whenever nothing is under way. */
    invariants: () =>
      query(
        `select 'stock is not the sum of its movements' as broken from cart.stock_levels l
         where on_hand <> (select coalesce(sum(delta), 0) from cart.stock_movements m where m.variant_id = l.variant_id)
         union all select 'reserved is not the sum of reservations' from cart.stock_levels l
         where reserved <> (select coalesce(sum(quantity), 0) from cart.reservations r where r.variant_id = l.variant_id and r.status = 'active')
         union all select 'a paid order without its capture' from orders.orders o
         where o.status not in ('pending_payment', 'payment_failed', 'cancelled') and not exists (
           select from payments.payments p where p.order_id = o.id and p.captured_at is not null and p.amount = o.total)
         union all select 'a paid order whose stock was not taken' from orders.orders o
         where o.status not in ('pending_payment', 'payment_failed', 'cancelled') and exists (
           select from cart.reservations r where r.checkout_id = o.checkout_id and r.status <> 'committed')
         union all select 'a cancelled order that keeps money or stock' from orders.orders o where o.status = 'cancelled' and (
           exists (select from payments.payments p where p.order_id = o.id and p.status in ('captured', 'requires_method', 'requires_action'))
           or exists (select from cart.reservations r where r.checkout_id = o.checkout_id and r.status <> 'released'
             and not exists (select from orders.cancellations c where c.order_id = o.id)))
         union all select 'more goes back than was paid' from payments.payments p where refunded > amount or refunded + (
           select coalesce(sum(amount), 0) from payments.refunds r where r.payment_id = p.id and r.status = 'pending') > amount
         union all select 'a refund of the order that the books do not know' from orders.refunds r where r.status = 'succeeded'
           and not exists (select from payments.refunds p where p.idempotency_key = 'refund:' || r.id and p.amount = r.amount and p.status = 'succeeded')
         union all select 'the promised refunds are not their sum' from orders.orders o
         where refund_planned <> (select coalesce(sum(amount), 0) from orders.refunds r where r.order_id = o.id)
         union all select 'sold is not what left the stock' from orders.order_lines l join orders.orders o on o.id = l.order_id
         where o.status <> 'cancelled' and l.cancelled_quantity > 0 and l.cancelled_quantity <> (
           select coalesce(sum(delta), 0) from cart.stock_movements m where m.reference like 'cancel:%:' || l.id) + (
           select coalesce(sum((e->>'quantity')::int), 0) from orders.cancellations c, jsonb_array_elements(c.lines) e
           where c.reason = 'lost' and e->>'orderLineId' = l.id::text)
         union all select 'an invoice is not what its part cost' from orders.invoices i join orders.sub_orders s on s.id = i.sub_order_id
         where i.kind = 'invoice' and i.total <> s.total
         union all select 'credit notes are not what goes back' from orders.sub_orders s where s.exchange_of is null and s.status <> 'cancelled'
           and (select coalesce(sum(total), 0) from orders.invoices i where i.sub_order_id = s.id and i.kind = 'credit_note')
           <> (select coalesce(sum(r.amount), 0) from orders.refunds r join orders.sub_orders x on x.id = r.sub_order_id
             where x.order_id = s.order_id and x.seller_id = s.seller_id)
         union all select 'numbers of invoices have gaps' from orders.invoices group by seller_id, kind, year having max(sequence) <> count(*)
         union all select 'a paid part without its invoice' from orders.sub_orders s join orders.orders o on o.id = s.order_id
         where s.released_at is not null and s.exchange_of is null and o.checkout_id is not null and o.status <> 'cancelled'
           and not exists (select from orders.invoices i where i.sub_order_id = s.id and i.kind = 'invoice')
         union all select 'the ledger is out of balance' from payments.ledger_entries group by transaction_id having sum(amount) <> 0`,
        [],
      ),
  };
}
