/** What the database itself refuses, whatever the code does. Each with a statement that only this one guard stops. */
export interface DatabaseGuard {
  /** The name of the constraint, unique index or trigger. */
  name: string;
  /** Takes it away. */
  drop: string;
  /** Must be refused with it, and go through without it, in a shop that has sold something. */
  attack: string;
}

const constraint = (table: string, name: string, attack: string): DatabaseGuard => ({
  name,
  drop: `alter table ${table} drop constraint ${name}`,
  attack,
});
const unique = (schema: string, name: string, attack: string): DatabaseGuard => ({
  name,
  drop: `drop index ${schema}.${name}`,
  attack,
});
const trigger = (table: string, name: string, attack: string): DatabaseGuard => ({
  name,
  drop: `drop trigger ${name} on ${table}`,
  attack,
});
/** A second row like the first one, but for what is named. */
const again = (table: string, changes: string, where = 'true'): string =>
  `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object(${changes}))).* from ${table} t where ${where} limit 1`;
const id = `'id', gen_random_uuid()`;

export const databaseGuards: readonly DatabaseGuard[] = [
  constraint(
    'cart.stock_levels',
    'stock_reserved_within_on_hand',
    'update cart.stock_levels set reserved = on_hand + 1',
  ),
  constraint(
    'cart.stock_movements',
    'stock_movements_not_zero',
    again('cart.stock_movements', `${id}, 'delta', 0, 'reference', 'x'`),
  ),
  unique('cart', 'stock_movements_reference_key', again('cart.stock_movements', id)),
  trigger('cart.stock_movements', 'stock_movements_append_only', 'update cart.stock_movements set delta = delta + 1'),
  constraint('cart.reservations', 'reservations_pkey', again('cart.reservations', `'quantity', 1`)),
  constraint('cart.reservations', 'reservations_quantity_positive', 'update cart.reservations set quantity = 0'),
  unique('cart', 'carts_active_token', again('cart.carts', id, `status = 'active' and token_hash is not null`)),
  unique('cart', 'lines_cart_id_variant_id_key', again('cart.lines', id)),

  unique('orders', 'checkouts_one_open_per_cart', again('orders.checkouts', id, `status = 'open'`)),
  unique('orders', 'orders_checkout_id_key', again('orders.orders', `${id}, 'number', 'X'`)),
  unique('orders', 'orders_number_key', again('orders.orders', `${id}, 'checkout_id', gen_random_uuid()`)),
  constraint('orders.orders', 'orders_amounts', 'update orders.orders set total = total + 1'),
  constraint('orders.orders', 'orders_refunds', 'update orders.orders set refund_planned = total + 1'),
  unique('orders', 'sub_orders_one_a_seller', again('orders.sub_orders', `${id}, 'number', 'X'`)),
  constraint('orders.sub_orders', 'sub_orders_amounts', 'update orders.sub_orders set total = total + 1'),
  constraint('orders.sub_orders', 'sub_orders_refunds', 'update orders.sub_orders set refund_planned = total + 1'),
  constraint(
    'orders.order_lines',
    'order_lines_quantities',
    'update orders.order_lines set shipped_quantity = quantity + 1',
  ),
  constraint('orders.order_lines', 'order_lines_amounts', 'update orders.order_lines set total = total + 1'),
  unique('orders', 'cancellations_request_id_sub_order_id_key', again('orders.cancellations', id)),
  unique('orders', 'refunds_key_key', again('orders.refunds', id)),
  trigger('orders.timeline', 'timeline_append_only', `update orders.timeline set message = 'another story'`),

  unique(
    'payments',
    'payments_idempotency_key_key',
    again('payments.payments', `${id}, 'provider_ref', null, 'status', 'cancelled'`),
  ),
  unique(
    'payments',
    'payments_one_live_per_order',
    again('payments.payments', `${id}, 'provider_ref', null, 'idempotency_key', 'x'`),
  ),
  unique(
    'payments',
    'payments_provider_provider_ref_key',
    again('payments.payments', `${id}, 'idempotency_key', 'x', 'status', 'cancelled'`),
  ),
  constraint('payments.payments', 'payments_amounts', 'update payments.payments set refunded = amount + 1'),
  unique('payments', 'refunds_idempotency_key_key', again('payments.refunds', id)),
  unique('payments', 'attempts_payment_id_reference_key', again('payments.attempts', id)),
  constraint('payments.webhook_events', 'webhook_events_pkey', again('payments.webhook_events', `'type', 'x'`)),
  unique('payments', 'ledger_transactions_reference_key', again('payments.ledger_transactions', id)),
  trigger(
    'payments.ledger_transactions',
    'ledger_transactions_append_only',
    `update payments.ledger_transactions set kind = 'x'`,
  ),
  trigger(
    'payments.ledger_entries',
    'ledger_entries_append_only',
    'update payments.ledger_entries set amount = amount + 1',
  ),
  trigger(
    'payments.ledger_entries',
    'ledger_entries_balanced',
    again('payments.ledger_entries', id, 't.seller_id is null'),
  ),
  constraint(
    'payments.ledger_entries',
    'ledger_entries_not_zero',
    again('payments.ledger_entries', `${id}, 'amount', 0`, 't.seller_id is null'),
  ),
  constraint('payments.seller_balances', 'seller_balances_held', 'update payments.seller_balances set held = -1'),
  constraint('payments.seller_holds', 'seller_holds_amount', 'update payments.seller_holds set amount = -1'),
];
