/** One lock, key or guard of the money path, in the text that makes it, and the tests that must notice when it is gone. */
export interface CodeGuard {
  name: string;
  file: string;
  /** Occurs once in the file. */
  text: string;
  without: string;
  tests: readonly string[];
}

const races = 'apps/api/src/proof/races.test.ts';
const model = 'apps/api/src/proof/model.test.ts';
const manyAtOnce = 'packages/domains/cart/src/reserve-many.test.ts';
const orders = 'packages/domains/orders/src/orders.test.ts';
const payments = 'packages/domains/payments/src/payments.test.ts';
const workflows = 'packages/workflows/src/orders/orders.test.ts';

const orderRepository = 'packages/domains/orders/src/order.repository.ts';
const paymentRepository = 'packages/domains/payments/src/payment.repository.ts';
const refund = 'packages/domains/payments/src/refund-payment.ts';
const settle = 'packages/domains/payments/src/settle-payment.ts';

export const codeGuards: readonly CodeGuard[] = [
  {
    name: 'an order is paid only from a state that waits for it',
    file: orderRepository,
    text: 'status = any($2::text[]) and total = $3::int and currency = $4 as waits',
    without: '$2::text[] is not null and total = $3::int and currency = $4 as waits',
    tests: [orders, workflows, races],
  },
  {
    name: 'an order is paid only by its whole amount',
    file: orderRepository,
    text: 'and total = $3::int and currency = $4 as waits',
    without: 'and $3::int > 0 and $4::text is not null as waits',
    tests: [orders],
  },
  {
    name: 'an order is paid only as it was when it was looked at',
    file: orderRepository,
    text: 'and o.xmin::text = $9 returning o.id',
    without: 'and $9::text is not null returning o.id',
    tests: [orders, workflows, races],
  },
  {
    name: 'an order is cancelled only from a state that may be',
    file: orderRepository,
    text: 'where id = $1::uuid and status = any($3::text[]) returning o.id',
    without: 'where id = $1::uuid and $3::text[] is not null returning o.id',
    tests: [orders, workflows],
  },
  {
    name: 'a second order of a checkout changes nothing',
    file: orderRepository,
    text: 'on conflict (checkout_id) do nothing returning id',
    without: 'returning id',
    tests: [orders, races],
  },
  {
    name: 'two sellers who ship at once wait for each other',
    file: 'packages/domains/orders/src/fulfilment.repository.ts',
    text: 'for update of o`',
    without: '`',
    tests: [orders, model],
  },
  {
    name: 'no more is shipped than is left',
    file: 'packages/domains/orders/src/ship.ts',
    text: 'if (exceeded.length > 0) throw',
    without: 'if (exceeded.length < 0) throw',
    tests: [orders],
  },
  {
    name: 'one writer of a payment at a time',
    file: paymentRepository,
    text: 'from payments.payments where id = $1::uuid for update`',
    without: 'from payments.payments where id = $1::uuid`',
    tests: [payments, races],
  },
  {
    name: 'a refund is completed once',
    file: paymentRepository,
    text: "completed_at = $3::timestamptz\n   where id = $1::uuid and status = 'pending'`",
    without: 'completed_at = $3::timestamptz\n   where id = $1::uuid`',
    tests: [payments, races],
  },
  {
    name: 'refunds that are on their way count',
    file: refund,
    text: ' - (await locked.pendingRefunds())',
    without: '',
    tests: [payments, races],
  },
  {
    name: 'no refund of more than is left',
    file: refund,
    text: 'wanted < 1 || wanted > left',
    without: 'wanted < 1',
    tests: [payments, races],
  },
  {
    name: 'the same refund key is the same refund, also at once',
    file: refund,
    text: 'if (meanwhile) return redirect(deps, locked, meanwhile, toCredit);',
    without: 'void meanwhile;',
    tests: [payments, races],
  },
  {
    name: 'the provider is asked for a refund under one key',
    file: refund,
    text: 'idempotencyKey: id,',
    without: 'idempotencyKey: newId(),',
    tests: [payments, workflows, races],
  },
  {
    name: 'the provider is asked for a payment under one key',
    file: 'packages/domains/payments/src/create-payment.ts',
    text: 'idempotencyKey: payment.id,',
    without: 'idempotencyKey: newId(),',
    tests: [payments, races],
  },
  {
    name: 'held money is taken only when the order waits for it',
    file: settle,
    text: '(await deps.orders.awaitsPayment({ orderId, paymentId, amount, currency }))',
    without: '((await deps.orders.awaitsPayment({ orderId, paymentId, amount, currency })) || true)',
    tests: [payments, workflows, races, model],
  },
  {
    name: 'money of another amount is not the order’s',
    file: 'packages/domains/payments/src/apply-state.ts',
    text: 'throw amountMismatch(payment.id);',
    without: 'void amountMismatch;',
    tests: [payments],
  },
  {
    name: 'a captured payment stays captured',
    file: 'packages/domains/payments/src/payment-state.ts',
    text: '  captured: {},',
    without: "  captured: { succeeded: 'captured', cancelled: 'cancelled' },",
    tests: [payments, workflows],
  },
  {
    name: 'a message with a wrong signature is nobody’s',
    file: 'packages/domains/payments/src/receive-webhook.ts',
    text: 'if (!event) throw signatureInvalid();',
    without: 'if (!event) return { outcome: String(signatureInvalid), processed: Promise.resolve() };',
    tests: [payments, model],
  },
  {
    name: 'levels are locked before it is planned what to take',
    file: 'prisma/migrations/20261123000100_cart_rules/migration.sql',
    text: 'where variant_id = any(p_touched) order by variant_id, location_id for update',
    without: 'where variant_id = any(p_touched) order by variant_id, location_id',
    tests: [manyAtOnce],
  },
  {
    name: 'levels are locked in one order',
    file: 'prisma/migrations/20261123000100_cart_rules/migration.sql',
    text: 'where variant_id = any(p_touched) order by variant_id, location_id for update',
    without: 'where variant_id = any(p_touched) order by array_position(p_touched, variant_id) for update',
    tests: [manyAtOnce],
  },
  {
    name: 'levels are locked before it is planned what many take together',
    file: 'prisma/migrations/20261123000102_cart_hot_stock/migration.sql',
    text: 'where variant_id = any(p_touched) order by variant_id, location_id for update',
    without: 'where variant_id = any(p_touched) order by variant_id, location_id',
    tests: [manyAtOnce],
  },
  {
    name: 'levels are locked in one order for many together',
    file: 'prisma/migrations/20261123000102_cart_hot_stock/migration.sql',
    text: 'where variant_id = any(p_touched) order by variant_id, location_id for update',
    without: 'where variant_id = any(p_touched) order by array_position(p_touched, variant_id) for update',
    tests: [manyAtOnce],
  },
  {
    name: 'checkouts that go together are locked in one order',
    file: 'prisma/migrations/20261123000102_cart_hot_stock/migration.sql',
    text: 'from (select c from unnest(p_checkouts) c order by c) s',
    without: 'from (select c from unnest(p_checkouts) c) s',
    tests: [manyAtOnce],
  },
  {
    name: 'no two of one checkout go together',
    file: 'packages/domains/cart/src/together.ts',
    text: 'batch.length < options.most && !names.has(name)',
    without: 'batch.length < options.most && name !== undefined',
    tests: ['packages/domains/cart/src/together.test.ts'],
  },
  {
    name: 'who does not get the stock gives back the promotions',
    file: 'prisma/migrations/20261123000102_cart_hot_stock/migration.sql',
    text: 'perform cart.give_back_uses(coalesce(v_gone',
    without: 'perform coalesce(coalesce(v_gone',
    tests: [manyAtOnce],
  },
];
