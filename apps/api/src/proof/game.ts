import { newId } from '@mallhive/kernel';
import { createShopModel, type ModelCoupon, type ModelGoods, type ModelOrder } from '@mallhive/testing/model';
import type { Call, PayWith, ProofShop } from './proof-shop.ts';

/** An order of the model with what the shop told of it. */
export interface Known {
  model: ModelOrder;
  id: string;
  accessToken: string;
  payment: { id: string; clientSecret: string };
  /** Of it, in minor units: what gift cards and credit give. */
  payWith: PayWith | undefined;
  actionUrl: string | null;
}

export interface Game {
  shop: ProofShop;
  model: ReturnType<typeof createShopModel>;
  known: Known[];
  variants: string[];
  coupons: { id: string; code: string }[];
  /** Credit of the two people with accounts, then two gift cards whose codes everybody knows. */
  instruments: { id: string; code: string | null }[];
  staff: Staff;
  /** Two guests, then two people with accounts. */
  shoppers: { call: Call; email: string }[];
  executor: ReturnType<ProofShop['executor']>;
  /** Delivered once: what an attacker or a confused network may send again. */
  delivered: string[];
}

/** Who works in the shop, the same in every game. */
export interface Staff {
  sellers: { sellerId: string; call: Call }[];
  administrator: Call;
  people: { call: Call; userId: string }[];
}

/** Two variants of one product, the second one cheaper; two products of another seller, and a bundle of both. */
const goods: readonly ModelGoods[] = [
  { seller: 0, stock: 3, price: 1_999, instead: 1 },
  { seller: 0, stock: 5, price: 1_499, instead: 0 },
  { seller: 1, stock: 2, price: 2_401 },
  { seller: 1, stock: 4, price: 3_102 },
  {
    seller: 1,
    stock: 0,
    price: 4_999,
    parts: [
      { variant: 2, units: 1 },
      { variant: 3, units: 2 },
    ],
  },
];
const coupons: readonly ModelCoupon[] = [
  { percent: 10, total: 2 },
  { percent: 20, eachCustomer: 1 },
];

/** Reproducible: the same seed gives the same sequence. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new Error(`There is no number ${index}`);
  return item;
}

export async function openStaff(shop: ProofShop): Promise<Staff> {
  return {
    sellers: [await shop.openSeller(), await shop.openSeller()],
    administrator: (await shop.openAdministrator()).call,
    people: [await shop.signIn('ann@example.test'), await shop.signIn('ben@example.test')],
  };
}

async function openCoupon(shop: ProofShop, { administrator }: Staff, coupon: ModelCoupon) {
  const [id, code] = [newId(), `C${newId().replaceAll('-', '').slice(-20)}`];
  const reply = await administrator('cart.saveShopPromotion', {
    id,
    title: `${coupon.percent} percent`,
    kind: 'percent',
    percentBp: coupon.percent * 100,
    startsAt: new Date(shop.clock.now().getTime() - 60_000).toISOString(),
    codes: [code],
    limitTotal: coupon.total ?? null,
    limitCustomer: coupon.eachCustomer ?? null,
  });
  if (!reply.ok) throw new Error(`No coupon: ${reply.reason}`);
  return { id, code };
}

/** People keep the credit of earlier games. */
async function openInstruments(shop: ProofShop, { administrator }: Staff) {
  const emails = ['ann@example.test', 'ben@example.test'];
  for (const email of emails) {
    const wish = { requestId: newId(), email, amount: 1_500, currency: 'GBP', note: 'For a game' };
    const reply = await administrator('payments.grantCredit', wish);
    if (!reply.ok) throw new Error(`No credit: ${reply.reason}`);
  }
  const opened = await shop.rows<{ id: string; code: null; balance: number }>(
    `select i.id, null as code, i.balance from payments.instruments i join identity.users u on u.id = i.user_id
     where i.currency = 'GBP' order by u.created_at, u.id`,
  );
  const cards = [];
  for (const amount of [4_000, 9_000]) {
    const reply = await administrator<{ giftCardId: string; code: string }>('payments.issueGiftCard', {
      requestId: newId(),
      amount,
      currency: 'GBP',
    });
    if (!reply.ok) throw new Error(`No gift card: ${reply.reason}`);
    cards.push({ id: reply.data.giftCardId, code: reply.data.code, balance: amount });
  }
  return [...opened, ...cards];
}

/** Products of two sellers, a few of each, and two codes. */
export async function openGame(shop: ProofShop, staff: Staff, seed: number): Promise<Game> {
  const { sellers, people } = staff;
  const [first, second] = [at(sellers, 0), at(sellers, 1)];
  const variants = [
    ...(await shop.stockUpChoice(first.sellerId, goods.slice(0, 2))),
    ...(await shop.stockUp(
      second.sellerId,
      goods.slice(2, 4).map(({ stock }) => stock),
      2_401,
    )),
    ...(await shop.stockUp(second.sellerId, [0], 4_999)),
  ];
  for (const [index, { parts }] of goods.entries()) {
    if (!parts) continue;
    const reply = await second.call('cart.setBundle', {
      sellerId: second.sellerId,
      variantId: variants[index],
      parts: parts.map(({ variant, units }) => ({ variantId: variants[variant], quantity: units })),
    });
    if (!reply.ok) throw new Error(`No bundle: ${reply.reason}`);
  }
  // Baskets of an earlier game are gone: people keep theirs.
  await shop.rows(`update cart.carts set status = 'closed' where status = 'active' and user_id = any($1::uuid[])`, [
    people.map(({ userId }) => userId),
  ]);
  await shop.rows(`update cart.promotions set status = 'archived'`);
  const calls = [shop.visitor(), shop.visitor(), ...people.map(({ call }) => call)];
  const opened = [];
  for (const coupon of coupons) opened.push(await openCoupon(shop, staff, coupon));
  const instruments = await openInstruments(shop, staff);
  return {
    shop,
    model: createShopModel(
      goods,
      coupons,
      calls.map((_, index) => index >= 2),
      instruments.map(({ balance }) => balance),
    ),
    instruments,
    known: [],
    variants,
    coupons: opened,
    staff,
    shoppers: calls.map((call, index) => ({ call, email: `${newId()}-${index}@example.test` })),
    executor: shop.executor(randomOf(seed)),
    delivered: [],
  };
}
