import { createDatabase } from '@mallhive/db';
import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type CartFacade, createCart } from './index.ts';
import { saveShopPromotionInput } from './promotions/contract.ts';
import { aVariant, fakeVariants } from './testing.ts';

let test: TestDatabase;
let cart: CartFacade;
const clock = fixedClock('2026-03-01T10:00:00Z');
const soon = () => new Date(clock.now().getTime() + 60_000);
const admin = { id: newId() };

beforeAll(async () => {
  test = await createTestDatabase();
  cart = createCart({ db: test.db, variants: fakeVariants(), currency: 'GBP', clock });
});
afterAll(() => test.close());

/** Holds after every test: what is reserved is what is held, one event tells of it, and no deadlock was retried away. */
afterEach(async () => {
  const { rows } = await test.db.pool.query(`
    select 'level' as what, l.variant_id::text as of from cart.stock_levels l where l.reserved <> (
      select coalesce(sum(quantity), 0) from cart.reservations r
      where (r.variant_id, r.location_id) = (l.variant_id, l.location_id) and r.status = 'active')
    union all select 'event', e.data->>'variantId' from (
      select distinct on (x->>'variantId') x as data from cart.outbox o, jsonb_array_elements(o.data->'levels') x
      order by x->>'variantId', (x->>'version')::int desc) e
    where (e.data->'available', e.data->'version') <> (
      select to_jsonb(sum(on_hand - reserved)), to_jsonb(sum(version)) from cart.stock_levels
      where variant_id = (e.data->>'variantId')::uuid)
    union all select 'untold', r.checkout_id::text from (select distinct checkout_id from cart.reservations) r
    where not exists (select from cart.outbox where data->>'checkoutId' = r.checkout_id::text)
    union all select 'uses', p.id::text from cart.promotions p where p.limit_total is not null and p.used <> (
      select count(*) from cart.promotion_uses u where u.promotion_id = p.id and u.status = 'held')
    union all select 'uses of a customer', c.promotion_id::text from cart.promotion_customers c where c.used <> (
      select count(*) from cart.promotion_uses u where u.promotion_id = c.promotion_id and c.customer_key = any(u.customer_keys))
    union all select 'deadlock', null from pg_stat_database where datname = current_database() and deadlocks > 0`);
  expect(rows).toEqual([]);
});

async function stocked(onHand: number) {
  const variant = aVariant();
  await cart.upsertStock([{ ...variant, sellerId: variant.seller.id, onHand }]);
  return variant.variantId;
}
type Line = readonly [variantId: string, quantity: number];
const attempt = (lines: readonly Line[], more: object = {}) => ({
  checkoutId: newId(),
  cartId: newId(),
  expiresAt: soon(),
  lines: lines.map(([variantId, quantity]) => ({ variantId, quantity })),
  ...more,
});
const reserve = (...lines: Line[]) => cart.reserve(attempt(lines));
const times = <Value>(count: number, make: (index: number) => Value) =>
  Array.from({ length: count }, (_, index) => make(index));
/** Each with connections of its own. */
async function inProcesses<Value>(count: number, work: (facade: CartFacade, index: number) => Promise<Value>[]) {
  const databases = times(count, () => createDatabase({ url: test.url, maximumConnections: 3 }));
  try {
    const facades = databases.map((db) => createCart({ db, variants: fakeVariants(), currency: 'GBP', clock }));
    return await Promise.all(facades.flatMap(work));
  } finally {
    await Promise.all(databases.map((db) => db.close()));
  }
}
async function reserved(variantId: string): Promise<number> {
  const text = 'select sum(reserved)::int as reserved from cart.stock_levels where variant_id = $1';
  return (await test.db.pool.query(text, [variantId])).rows[0].reserved;
}
async function promotion(more: object = {}) {
  const input = { id: newId(), title: 'Rush', kind: 'percent', percentBp: 1_000, codes: [], ...more };
  const draft = saveShopPromotionInput.parse({ startsAt: '2026-03-01T00:00:00Z', automatic: true, ...input });
  const { promotion } = await cart.saveShopPromotion(admin, draft);
  const customer = () => ({ userId: newId(), email: `${newId()}@example.test` });
  const holds = [{ promotionId: promotion.id, code: null, amount: 100 }];
  const used = async () => (await cart.shopPromotions()).promotions.find(({ id }) => id === promotion.id)?.uses.held;
  return { used, with: (more: object = {}) => ({ promotions: holds, customer: customer(), ...more }) };
}

describe('a product that many want at the same time', () => {
  it('is reserved for all of them in a few statements', async () => {
    const hot = await stocked(1_000);
    test.statements.length = 0;
    const replies = await Promise.all(times(129, () => reserve([hot, 1])));
    expect(replies.every(({ ok }) => ok)).toBe(true);
    expect(test.statements).toHaveLength(3);
    expect(await reserved(hot)).toBe(129);
  });

  it('is given out to the last unit, in the order they came, and the others are told what is left', async () => {
    const hot = await stocked(100);
    const replies = await Promise.all(times(60, (index) => reserve([hot, index % 2 ? 3 : 1])));
    // 1 + 3 + 1 + 3 …: fifty of them have all hundred.
    expect(replies.slice(0, 50).every(({ ok }) => ok)).toBe(true);
    expect(replies.slice(50)).toEqual(times(10, () => ({ ok: false, lacking: [{ variantId: hot, available: 0 }] })));
    expect(await reserved(hot)).toBe(100);
  });

  it('refuses who wants more than there is, whatever the others get', async () => {
    const [hot, scarce, unknown] = [await stocked(100), await stocked(1), newId()];
    const [first, greedy, mixed, nobodys, last] = await Promise.all([
      reserve([hot, 1]),
      reserve([hot, 100]),
      reserve([hot, 1], [scarce, 2]),
      reserve([unknown, 1], [hot, 1]),
      reserve([hot, 2], [scarce, 1]),
    ]);
    expect([first, last]).toEqual([{ ok: true }, { ok: true }]);
    expect(greedy).toEqual({ ok: false, lacking: [{ variantId: hot, available: 99 }] });
    expect(mixed).toEqual({ ok: false, lacking: [{ variantId: scarce, available: 1 }] });
    expect(nobodys).toEqual({ ok: false, lacking: [{ variantId: unknown, available: 0 }] });
    expect([await reserved(hot), await reserved(scarce)]).toEqual([3, 1]);
  });

  it('keeps what each checkout did before: the same again, other lines, sold, given back', async () => {
    const [hot, other] = [await stocked(100), await stocked(100)];
    const [same, changed, sold, left, fresh] = times(5, () => attempt([[hot, 2]]));
    if (!same || !changed || !sold || !left || !fresh) throw new Error('five expected');
    for (const one of [same, changed, sold, left]) await cart.reserve(one);
    await cart.commit(sold.checkoutId);
    await cart.release(left.checkoutId);
    const replies = await Promise.all([
      reserve([hot, 1]),
      ...[same, same, sold, left, fresh].map((one) => cart.reserve(one)),
      cart.reserve({
        ...changed,
        lines: [
          { variantId: hot, quantity: 1 },
          { variantId: other, quantity: 1 },
        ],
      }),
    ]);
    expect(replies.every(({ ok }) => ok)).toBe(true);
    expect([await reserved(hot), await reserved(other)]).toEqual([1 + 2 + 2 + 2 + 1, 1]);
  });

  it('does not let down all for one that cannot be asked for', async () => {
    const hot = await stocked(10);
    const replies = await Promise.allSettled([
      ...times(4, () => reserve([hot, 1])),
      cart.reserve(attempt([[hot, 1]], { checkoutId: 'no id at all' })),
      reserve([hot, 1]),
    ]);
    expect(replies.map(({ status }) => status === 'fulfilled')).toEqual([true, true, true, true, false, true]);
    expect(await reserved(hot)).toBe(5);
  });

  it('is sold by several processes at once, with carts of opposite order, and never twice', async () => {
    const [one, two] = [await stocked(150), await stocked(150)];
    const replies = await inProcesses(3, (facade) => {
      const lines: Line[] = [
        [one, 1],
        [two, 1],
      ];
      return times(60, (index) => facade.reserve(attempt(index % 2 ? lines : lines.toReversed())));
    });
    expect(replies.filter(({ ok }) => ok)).toHaveLength(150);
    expect([await reserved(one), await reserved(two)]).toEqual([150, 150]);
  });

  it('is reserved once for checkouts that are sent to two processes in opposite order', async () => {
    const hot = await stocked(1_000);
    for (let round = 0; round < 5; round += 1) {
      const attempts = times(40, () => attempt([[hot, 1]]));
      const replies = await inProcesses(2, (facade, index) =>
        // The first one is alone; the others wait for it and go together.
        [attempt([[hot, 1]]), ...(index ? attempts.toReversed() : attempts)].map((one) => facade.reserve(one)),
      );
      expect(replies.every(({ ok }) => ok)).toBe(true);
    }
    expect(await reserved(hot)).toBe(5 * 42);
  });
});

describe('promotions of those who want the same product', () => {
  it('are held for as many as there are, and the stock of the others stays free', async () => {
    const hot = await stocked(100);
    const rush = await promotion({ limitTotal: 12 });
    const replies = await Promise.all(times(40, () => cart.reserve(attempt([[hot, 1]], rush.with()))));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(12);
    expect(replies.filter((reply) => !reply.ok && reply.refused?.[0]?.reason === 'used_up')).toHaveLength(28);
    expect([await reserved(hot), await rush.used()]).toEqual([12, 12]);
  });

  it('are given back by who does not get the stock', async () => {
    const [hot, scarce] = [await stocked(9), await stocked(1)];
    const rush = await promotion({ limitTotal: 100, limitCustomer: 1 });
    const replies = await Promise.all([
      ...times(3, () => cart.reserve(attempt([[hot, 1]], rush.with()))),
      ...times(3, () =>
        cart.reserve(
          attempt(
            [
              [hot, 1],
              [scarce, 2],
            ],
            rush.with(),
          ),
        ),
      ),
      ...times(9, () => cart.reserve(attempt([[hot, 1]], rush.with()))),
    ]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(9);
    expect([await reserved(hot), await reserved(scarce), await rush.used()]).toEqual([9, 0, 9]);
  });

  it('count once for a customer who comes several times', async () => {
    const hot = await stocked(100);
    const rush = await promotion({ limitCustomer: 2 });
    const customer = { userId: newId(), email: 'ada@example.test' };
    const replies = await Promise.all(times(8, () => cart.reserve(attempt([[hot, 1]], rush.with({ customer })))));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(2);
    expect(await reserved(hot)).toBe(2);
  });

  it('are exchanged and given up beside others who only begin', async () => {
    const hot = await stocked(100);
    const [rush, other] = [await promotion({ limitTotal: 5 }), await promotion({ limitTotal: 5 })];
    const [changes, stops] = times(2, () => attempt([[hot, 1]], rush.with()));
    if (!changes || !stops) throw new Error('two expected');
    for (const one of [changes, stops]) await cart.reserve(one);
    const replies = await Promise.all([
      reserve([hot, 1]),
      cart.reserve({ ...changes, ...other.with() }),
      cart.reserve({ ...stops, promotions: [] }),
      ...times(3, () => cart.reserve(attempt([[hot, 1]], rush.with()))),
    ]);
    expect(replies.every(({ ok }) => ok)).toBe(true);
    expect([await reserved(hot), await rush.used(), await other.used()]).toEqual([6, 3, 1]);
  });
});

describe('while another process is at it', () => {
  const oneText = `select cart.reserve_checkout($1, null, $2::uuid[], $3::int[], now() + interval '1 minute', now(),
    gen_random_uuid(), gen_random_uuid(), null, '{}', 'GBP') as reply`;
  const manyText = `select cart.reserve_many($1::uuid[], array_fill(null::uuid, array[cardinality($1)]),
    array_fill(now() + interval '1 minute', array[cardinality($1)]), $1, null, $2::int[], $3::uuid[],
    array_fill(1, array[cardinality($2)]), now(), gen_random_uuid()) as replies`;
  const ofOneEach = (variantIds: readonly string[], checkoutIds = variantIds.map(() => newId())) =>
    test.db.pool.query(manyText, [checkoutIds, checkoutIds.map((_, index) => index + 1), variantIds]);

  /** Does `first` in a transaction, starts `second`, and once that waits for a lock does `then` and ends the transaction. */
  async function meanwhile<Value>(
    first: readonly [text: string, values: unknown[]],
    second: () => Promise<Value>,
    then?: readonly [text: string, values: unknown[]],
  ) {
    const other = await test.db.pool.connect();
    try {
      await other.query('begin');
      await other.query(...first);
      const result = second();
      const waits = `select count(*)::int as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      await expect.poll(async () => (await other.query(waits)).rows[0].count).toBe(1);
      if (then) await other.query(...then);
      await other.query('commit');
      return (await result) as Value;
    } finally {
      other.release();
    }
  }
  const ascending = (ids: readonly string[]) => ids.toSorted() as [string, string];

  it('what is free is looked at after it is locked, for one and for many', async () => {
    const [hot, warm] = [await stocked(10), await stocked(10)];
    const one = await meanwhile([oneText, [newId(), [hot], [6]]], () => cart.reserve(attempt([[hot, 5]])));
    expect(one).toEqual({ ok: false, lacking: [{ variantId: hot, available: 4 }] });
    const many = await meanwhile([oneText, [newId(), [warm], [6]]], () => ofOneEach(times(7, () => warm)));
    const outcomes = many.rows[0].replies.map(({ outcome }: { outcome: string }) => outcome);
    expect(outcomes).toEqual([...times(4, () => 'reserved'), ...times(3, () => 'lacking')]);
    expect([await reserved(hot), await reserved(warm)]).toEqual([6, 10]);
  });

  it('nothing later in the order is locked while something earlier is waited for', async () => {
    const [low, high] = ascending([await stocked(10), await stocked(10)]);
    const lock = 'select from cart.stock_levels where variant_id = $1 for update nowait';
    await meanwhile(
      [lock, [low]],
      () =>
        cart.reserve(
          attempt([
            [high, 1],
            [low, 1],
          ]),
        ),
      [lock, [high]],
    );
    await meanwhile([lock, [low]], () => ofOneEach([high, low]), [lock, [high]]);
    const [early, late] = ascending([newId(), newId()]);
    const lockCheckout = `select 1 / pg_try_advisory_xact_lock(hashtextextended('cart.checkout:' || $1, 0))::int`;
    await meanwhile([lockCheckout, [early]], () => ofOneEach([low, low], [late, early]), [lockCheckout, [late]]);
    expect([await reserved(low), await reserved(high)]).toEqual([4, 2]);
  });
});
