import type { CodeGuard } from './code-guards.ts';

const cancellations = 'packages/workflows/src/orders/cancellations.test.ts';
const returns = 'packages/workflows/src/returns/returns.test.ts';
const moneyRaces = 'apps/api/src/proof/money-races.test.ts';
const model = 'apps/api/src/proof/model.test.ts';
const promotions = 'packages/domains/cart/src/promotions/promotions.test.ts';
const giftCards = 'packages/domains/payments/src/gift-cards/gift-cards.test.ts';

const of = (folder: string) => `packages/domains/${folder}`;
const promotionRules = 'prisma/migrations/20261123000099_cart_promotion_rules/migration.sql';

/** What comes after an order is paid, and what makes it cheaper. */
export const orderGuards: readonly CodeGuard[] = [
  {
    name: 'the last use of a promotion is one',
    file: promotionRules,
    text: `where id = v_use."promotionId" and used < limit_total;`,
    without: `where id = v_use."promotionId";`,
    tests: [promotions],
  },
  {
    name: 'a customer uses a promotion no oftener than they may',
    file: promotionRules,
    text: 'set used = c.used + 1 where c.used < v_promotion.limit_customer;',
    without: 'set used = c.used + 1;',
    tests: [promotions],
  },
  {
    name: 'units come back into the stock once',
    file: 'prisma/migrations/20261123000101_cart_put_back/migration.sql',
    text: 'on conflict (reference) do nothing returning',
    without: 'returning',
    tests: [cancellations],
  },
  {
    name: 'units come back after they were taken',
    file: 'packages/workflows/src/orders/undo-cancelled-items.ts',
    text: "if (outcome === 'waiting') throw",
    without: "if (outcome === ('never' as string)) throw",
    tests: [cancellations, model],
  },
  {
    name: 'who changes a paid order waits for whoever does so already',
    file: of('orders/src/cancellations/change.repository.ts'),
    text: 's.released_at is not null)) for update`',
    without: 's.released_at is not null))`',
    tests: [cancellations, moneyRaces],
  },
  {
    name: 'a cancellation happens once for the shopper',
    file: of('orders/src/cancellations/cancel-items.ts'),
    text: 'if (before.length > 0) return true;',
    without: 'if (before.length < 0) return true;',
    tests: [cancellations],
  },
  {
    name: 'no more is given back than is left',
    file: of('orders/src/cancellations/refund-part.ts'),
    text: 'if (amount > left) throw',
    without: 'if (amount < 0) throw',
    tests: [cancellations, moneyRaces],
  },
  {
    name: 'the same wish for money is granted once',
    file: of('orders/src/cancellations/refund-part.ts'),
    text: 'if (known) return',
    without: 'if (known && amount < 0) return',
    tests: [moneyRaces],
  },
  {
    name: 'what was given before counts',
    file: of('orders/src/cancellations/plan-refund.ts'),
    text: 'const amount = Math.min(wish.amount, leftOf(order, part));',
    without: 'const amount = wish.amount;',
    tests: [cancellations, returns, model],
  },
  {
    name: 'a planned refund is sent under one key',
    file: 'packages/workflows/src/orders/send-refund.ts',
    text: 'key: `refund:',
    without: 'key: String(Math.random()) + `refund:',
    tests: [cancellations],
  },
  {
    name: 'no more is sent back than arrived',
    file: of('orders/src/returns/request-return.ts'),
    text: 'if (lines.length !== ids.length || short.length > 0)',
    without: 'if (lines.length !== ids.length)',
    tests: [returns],
  },
  {
    name: 'a unit is in one return',
    file: of('orders/src/returns/window.ts'),
    text: 'line.shippedQuantity) - line.returnedQuantity',
    without: 'line.shippedQuantity)',
    tests: [returns],
  },
  {
    name: 'the same return is asked for once',
    file: of('orders/src/returns/request-return.ts'),
    text: '.some(({ id }) => id === returnId))) return true;',
    without: '.some(({ id }) => id === returnId && id === null))) return true;',
    tests: [returns],
  },
  {
    name: 'a return is looked at once',
    file: of('orders/src/returns/inspect-return.ts'),
    text: 'if (!moved.ok) return;',
    without: "if (!moved.ok) Object.assign(moved, { ok: true, to: 'inspected' });",
    tests: [returns, model],
  },
  {
    name: 'refused units can be sent back again, and no others',
    file: of('orders/src/returns/decide-return.ts'),
    text: 'returned: -quantity',
    without: 'returned: quantity * 0',
    tests: [returns],
  },
  {
    name: 'a payout sees every refund that came before it',
    file: of('payments/src/payouts/payout.repository.ts'),
    text: 'and b.currency = $2 for update of b`',
    without: 'and b.currency = $2`',
    tests: [moneyRaces],
  },
  {
    name: 'one payout a period',
    file: of('payments/src/payouts/payout.repository.ts'),
    text: 'on conflict (key) do nothing',
    without: '',
    tests: [moneyRaces],
  },
  {
    name: 'a payout ends once',
    file: of('payments/src/payouts/payout.repository.ts'),
    text: 'from payments.payouts where id = $1::uuid for update`',
    without: 'from payments.payouts where id = $1::uuid`',
    tests: [moneyRaces],
  },
  {
    name: 'a gift card gives no more than is on it',
    file: of('payments/src/gift-cards/hold.repository.ts'),
    text: ' and i.balance - i.held >= w.amount',
    without: '',
    tests: [giftCards],
  },
  {
    name: 'what a gift card holds is spent once',
    file: of('payments/src/gift-cards/hold.repository.ts'),
    text: "and status = 'held' returning instrument_id, order_id, amount",
    without: 'returning instrument_id, order_id, amount',
    tests: [giftCards],
  },
];
