import {
  cancelUnits,
  credit,
  type Give,
  type ModelLine,
  type ModelOrder,
  type ModelPart,
  type ModelReturn,
  promise,
} from './model-order.ts';
import type { Card } from './operations.ts';

/** What the shop must answer and be, told without its code: no database, no states but the ones a person would name. */
interface Basket {
  lines: Map<number, number>;
  /** Codes in it. */
  coupons: Set<number>;
  /** Codes of it that this customer turned out to have used. */
  spent: Set<number>;
  version: number;
  order: ModelOrder | null;
  /** Something was in it once; signing in joins it to another one, or makes it theirs. */
  exists: boolean;
}

export interface ModelGoods {
  seller: number;
  stock: number;
  price: number;
  /** Another variant of the same product. */
  instead?: number;
  /** Of a bundle: what one of it consists of; it has no stock of its own. */
  parts?: readonly { variant: number; units: number }[];
}
export interface ModelCoupon {
  percent: number;
  total?: number;
  eachCustomer?: number;
}

const paymentWindowMs = 30 * 60_000;
/** The sweep gives a payment that is just on its way this much more. */
const sweepGraceMs = 60_000;

const emptyBasket = (): Basket => ({
  lines: new Map(),
  coupons: new Set(),
  spent: new Set(),
  version: 0,
  order: null,
  exists: false,
});

/**
 * `accounts`: which of the shoppers are known by more than their address before they order. `money`: what is on each gift card
 * and in each person's credit, credit first.
 */
export function createShopModel(
  goods: readonly ModelGoods[],
  coupons: readonly ModelCoupon[],
  accounts: readonly boolean[],
  money: readonly number[] = [],
) {
  const balances = [...money];
  const onHand = goods.map(({ stock }) => stock);
  const baskets = accounts.map(emptyBasket);
  const orders: ModelOrder[] = [];
  /** Comes back into the stock when jobs have run. */
  const back: { variant: number; units: number }[] = [];
  /** Of parcels that were lost: held, and out of the stock when jobs have run. */
  const again: { variant: number; units: number }[] = [];

  /** What leaves the stock for so many of a variant. */
  const unitsOf = (variant: number, units: number): { variant: number; units: number }[] =>
    goods[variant]?.parts?.map((one) => ({ ...one, units: one.units * units })) ?? [{ variant, units }];
  const move = (variant: number, units: number) => {
    for (const one of unitsOf(variant, units)) onHand[one.variant] = (onHand[one.variant] ?? 0) + one.units;
  };

  const holds = (order: ModelOrder, part: ModelPart) => !part.sold && (order.status === 'waiting' || order.released);
  const held = (variant: number, except: ModelOrder | null = null): number =>
    orders
      .filter((order) => order !== except)
      .flatMap((order) => order.parts.filter((part) => holds(order, part)))
      .flatMap(({ lines }) => lines)
      .flatMap((line) => unitsOf(line.variant, line.quantity))
      .concat(again)
      .reduce((sum, one) => sum + (one.variant === variant ? one.units : 0), 0);
  const waitingOf = (basket: Basket) => (basket.order?.status === 'waiting' ? basket.order : null);
  /** What a shopper may still buy: free units and those that their own order holds. */
  const available = (variant: number, basket: Basket): number =>
    Math.min(
      ...unitsOf(variant, 1).map((one) =>
        Math.floor(((onHand[one.variant] ?? 0) - held(one.variant, waitingOf(basket))) / one.units),
      ),
    );
  /** Whether all of it is there at the same time. */
  const enough = (wanted: readonly { variant: number; units: number }[], except: ModelOrder | null = null): boolean => {
    const all = wanted.flatMap(({ variant, units }) => unitsOf(variant, units));
    const demand = Map.groupBy(all, ({ variant }) => variant);
    return [...demand].every(
      ([variant, own]) =>
        (onHand[variant] ?? 0) - held(variant, except) >= own.reduce((sum, { units }) => sum + units, 0),
    );
  };
  const basketOf = (shopper: number): Basket => {
    const basket = baskets[shopper];
    if (!basket) throw new Error(`The model has no shopper ${shopper}`);
    return basket;
  };
  const uses = (coupon: number, shopper: number | null = null): number =>
    orders.filter(
      (order) =>
        order.coupons.includes(coupon) &&
        (order.status === 'waiting' || order.released) &&
        (shopper === null || order.shopper === shopper),
    ).length;
  /** Promised by an instrument to orders whose payment has not ended. */
  const promised = (instrument: number): number =>
    orders
      .filter((order) => order.money === 'open' || order.money === 'action')
      .flatMap(({ gives }) => gives)
      .reduce((sum, give) => sum + (give.instrument === instrument ? give.amount : 0), 0);
  const change = (instrument: number, amount: number) => {
    balances[instrument] = (balances[instrument] ?? 0) + amount;
  };
  /** Why a code does not count for this basket; its own order's use does not count against it. */
  function against(shopper: number, coupon: number): string | null {
    const basket = basketOf(shopper);
    const { total, eachCustomer } = coupons[coupon] ?? { percent: 0 };
    const own = waitingOf(basket)?.coupons.includes(coupon) ? 1 : 0;
    if (total !== undefined && uses(coupon) - own >= total) return 'coupon_used_up';
    if (basket.spent.has(coupon)) return 'coupon_used_by_customer';
    if (eachCustomer !== undefined && accounts[shopper] && uses(coupon, shopper) - own >= eachCustomer)
      return 'coupon_used_by_customer';
    // What is sold out by now is nothing that could get cheaper.
    const some = [...basket.lines.keys()].some((variant) => available(variant, basket) > 0);
    return some ? null : 'coupon_no_such_goods';
  }

  return {
    orders,
    isBundle: (variant: number) => goods[variant]?.parts !== undefined,
    onHand: (variant: number) => onHand[variant] ?? 0,
    reserved: (variant: number) => held(variant),
    uses,
    balance: (instrument: number) => balances[instrument] ?? 0,
    promised,
    /** Whether all of them have that much. */
    /** The order that waits for this shopper's payment, when their basket is still what it was. */
    waiting(shopper: number): ModelOrder | null {
      const basket = basketOf(shopper);
      const order = waitingOf(basket);
      return order?.basket === basket.version ? order : null;
    },
    canGive: (gives: readonly Give[]) =>
      gives.every(({ instrument, amount }) => (balances[instrument] ?? 0) - promised(instrument) >= amount),
    lines: (shopper: number) => basketOf(shopper).lines,
    instead: (variant: number) => goods[variant]?.instead,
    price: (variant: number) => goods[variant]?.price,

    /** Null when it must be refused, else the quantity afterwards. */
    write(shopper: number, variant: number, quantity: number, add: boolean): number | null {
      const basket = basketOf(shopper);
      const before = basket.lines.get(variant) ?? 0;
      const wanted = quantity + (add ? before : 0);
      const target = Math.min(wanted, 99, Math.max(0, available(variant, basket)));
      if (quantity > 0) basket.exists = true;
      if (quantity > 0 && (target === 0 || (add && target <= before))) return null;
      if (target === 0) basket.lines.delete(variant);
      else basket.lines.set(variant, target);
      if (target !== before) basket.version += 1;
      return target;
    },

    /** Null when the code is in the basket afterwards, else why not. */
    enterCode(shopper: number, coupon: number): string | null {
      const basket = basketOf(shopper);
      if (basket.lines.size === 0) return 'cart_empty';
      const before = basket.coupons.has(coupon);
      // Typed again it is looked at afresh.
      basket.spent.delete(coupon);
      const reason = against(shopper, coupon);
      if (reason || !before) basket.version += 1;
      if (reason) basket.coupons.delete(coupon);
      else basket.coupons.add(coupon);
      return reason;
    },
    removeCode(shopper: number, coupon: number): void {
      const basket = basketOf(shopper);
      if (basket.coupons.delete(coupon)) basket.version += 1;
      basket.spent.delete(coupon);
    },

    /** Of what is in both baskets the larger quantity; without one of their own, the guest's becomes theirs as it is. */
    signIn(guest: number, person: number): void {
      const [from, own] = [basketOf(guest), basketOf(person)];
      baskets[guest] = emptyBasket();
      if (!from.exists) return;
      if (!own.exists) {
        baskets[person] = { ...from, version: from.version + 1 };
        return;
      }
      for (const [variant, quantity] of from.lines)
        own.lines.set(variant, Math.max(quantity, own.lines.get(variant) ?? 0));
      for (const coupon of from.coupons) {
        if (!own.coupons.has(coupon) && from.spent.has(coupon)) own.spent.add(coupon);
        own.coupons.add(coupon);
      }
      own.version += 1;
    },

    /** The order that comes of it; or why none does. Amounts are filled in by whoever saw them. */
    place(shopper: number, now: number): ModelOrder | 'cart_empty' | 'stock_insufficient' | 'checkout_changed' {
      const basket = basketOf(shopper);
      if (basket.lines.size === 0) return 'cart_empty';
      if (basket.order?.status === 'waiting') {
        if (basket.order.basket === basket.version) return basket.order;
        this.cancel(basket.order);
      }
      const short = [...basket.lines].some(([variant, units]) => available(variant, basket) < units);
      if (short) return 'stock_insufficient';
      const counting = [...basket.coupons].sort().filter((coupon) => against(shopper, coupon) === null);
      // A guest is known only by the address that comes with the order.
      const spent = counting.filter((coupon) => uses(coupon, shopper) >= (coupons[coupon]?.eachCustomer ?? Infinity));
      if (spent.length > 0) {
        for (const coupon of spent) basket.spent.add(coupon);
        return 'checkout_changed';
      }
      // Each line can be had, but not all at once: a bundle beside its own parts. The shop finds out when it reserves.
      const wanted = [...basket.lines].map(([variant, units]) => ({ variant, units }));
      if (!enough(wanted, waitingOf(basket))) return 'stock_insufficient';
      const priceOf = (variant: number) => goods[variant]?.price ?? 0;
      const worth = [...basket.lines].reduce((sum, [variant, quantity]) => sum + priceOf(variant) * quantity, 0);
      const left = counting.reduce(
        (rest, coupon) => rest - Math.round((rest * (coupons[coupon]?.percent ?? 0)) / 100),
        worth,
      );
      const lines = [...basket.lines].map(
        ([variant, quantity]): ModelLine => ({
          variant,
          quantity,
          sent: 0,
          arrived: 0,
          cancelled: 0,
          returned: 0,
          credited: 0,
          paid: priceOf(variant) * quantity,
        }),
      );
      const sellers = [...new Set(lines.map(({ variant }) => goods[variant]?.seller ?? 0))].sort();
      const order: ModelOrder = {
        shopper,
        parts: sellers.map((seller) => ({
          seller,
          lines: lines.filter(({ variant }) => goods[variant]?.seller === seller),
          total: 0,
          planned: 0,
          exchangeOf: null,
          sold: false,
        })),
        returns: [],
        status: 'waiting',
        released: false,
        payBy: now + paymentWindowMs,
        money: 'open',
        refunded: 0,
        planned: 0,
        amount: 0,
        discount: worth - left,
        gives: [],
        coupons: counting,
        basket: basket.version,
      };
      orders.push(order);
      basket.order = order;
      return order;
    },

    cancel(order: ModelOrder): void {
      order.status = 'cancelled';
      for (const line of order.parts.flatMap(({ lines }) => lines)) line.cancelled = line.quantity;
    },

    /** The money is held: it is taken when the order still waits for it, else it is let go. */
    captured(order: ModelOrder): void {
      order.money = order.status === 'waiting' ? 'taken' : 'void';
      if (order.status !== 'waiting') return;
      for (const { instrument, amount } of order.gives) change(instrument, -amount);
      order.status = 'paid';
      order.released = true;
      const shopper = baskets.findIndex((basket) => basket.order === order);
      if (shopper >= 0) baskets[shopper] = emptyBasket();
    },

    /** What a card does; the state of the payment afterwards. */
    pay(order: ModelOrder, card: Card): string {
      if (order.money !== 'taken' && order.money !== 'void') {
        if (card === 'good') this.captured(order);
        else order.money = card === 'second-step' ? 'action' : 'open';
      }
      if (order.money === 'void') return 'cancelled';
      if (order.money === 'open') return 'requires_method';
      if (order.money === 'action') return 'requires_action';
      if (order.refunded === 0) return 'captured';
      return order.refunded === order.amount ? 'refunded' : 'partially_refunded';
    },

    /** Units of a paid order that will not be sent. */
    putBack(variant: number, units: number): void {
      back.push({ variant, units });
    },

    /** A parcel did not arrive. Null when it happened; what is to be sent once more must be there. */
    lose(
      order: ModelOrder,
      part: ModelPart,
      inside: readonly { line: ModelLine; units: number }[],
      resend: boolean,
    ): 'stock_insufficient' | null {
      if (resend && !enough(inside.map(({ line, units }) => ({ variant: line.variant, units }))))
        return 'stock_insufficient';
      for (const { line, units } of inside) line.sent -= units;
      for (const { line, units } of inside) {
        if (resend) again.push(...unitsOf(line.variant, units));
        else cancelUnits(order, part, line, { units, by: 'seller' });
      }
      return null;
    },

    /** What was accepted of a return that came: as the other variant while there is one for its price, else as money. */
    inspect(order: ModelOrder, one: ModelReturn, accepted: number, restock: boolean): void {
      const { part, line } = one;
      const unitWorth = Math.floor(line.paid / line.quantity);
      const instead = goods[line.variant]?.instead;
      const price = instead === undefined ? Infinity : (goods[instead]?.price ?? Infinity);
      const free = instead === undefined ? 0 : (onHand[instead] ?? 0) - held(instead);
      const worth = credit(line, accepted);
      let used = 0;
      if (one.exchange && accepted > 0 && instead !== undefined && price <= unitWorth && free >= accepted) {
        used = price * accepted;
        const sent = { variant: instead, quantity: accepted, paid: used };
        const none = { sent: 0, arrived: 0, cancelled: 0, returned: 0, credited: 0 };
        order.parts.push({
          seller: part.seller,
          lines: [{ ...sent, ...none }],
          total: used,
          planned: 0,
          exchangeOf: one.id,
          sold: false,
        });
      }
      promise(order, part, worth - used);
      if (restock && accepted > 0) back.push({ variant: line.variant, units: accepted });
    },

    /** Whoever has not paid in time loses the order, whatever is still on its way. */
    expire(now: number): void {
      for (const order of orders)
        if (order.status === 'waiting' && order.payBy + sweepGraceMs <= now) this.cancel(order);
    },

    /** Jobs ran until nothing was left: deadlines are kept, stock is taken, money that was promised is back. */
    worked(now: number): void {
      this.expire(now);
      for (const order of orders) {
        if (!order.released) {
          if (order.status === 'cancelled') order.money = 'void';
          continue;
        }
        for (const part of order.parts.filter(({ sold }) => !sold)) {
          for (const { variant, quantity } of part.lines) move(variant, -quantity);
          part.sold = true;
        }
        order.refunded = order.planned;
        let left = order.refunded;
        for (const give of order.gives) {
          const back = Math.min(left, give.amount);
          left -= back;
          change(give.instrument, back - give.back);
          give.back = back;
        }
      }
      for (const { variant, units } of again.splice(0)) move(variant, -units);
      for (const { variant, units } of back.splice(0)) move(variant, units);
    },

    count(variant: number, quantity: number): boolean {
      if (quantity < held(variant)) return false;
      onHand[variant] = quantity;
      return true;
    },
  };
}
export type ShopModel = ReturnType<typeof createShopModel>;
