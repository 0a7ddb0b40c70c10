import type { Card } from './operations.ts';

/** What the shop must answer and be, told without its code: no database, no states but the ones a person would name. */
export interface ModelOrder {
  shopper: number;
  lines: Map<number, number>;
  /** `overdue` is still `waiting` for anybody who pays before the jobs have run. */
  status: 'waiting' | 'paid' | 'cancelled';
  payBy: number;
  /** `action`: the bank wants to see the shopper. */
  money: 'open' | 'action' | 'taken' | 'void';
  refunded: number;
  amount: number;
  sent: Map<number, number>;
  arrived: boolean;
  /** Version of the basket it was placed from. */
  basket: number;
  /** Its units left the stock. */
  sold: boolean;
}

interface Basket {
  lines: Map<number, number>;
  version: number;
  order: ModelOrder | null;
}

const paymentWindowMs = 30 * 60_000;
/** The sweep gives a payment that is just on its way this much more. */
const sweepGraceMs = 60_000;

/** Four shoppers, some variants with this much of each. */
export function createShopModel(stock: readonly number[], shoppers: number) {
  const onHand = [...stock];
  const baskets: Basket[] = Array.from({ length: shoppers }, () => ({ lines: new Map(), version: 0, order: null }));
  const orders: ModelOrder[] = [];

  const held = (variant: number, except: ModelOrder | null = null): number =>
    orders.reduce((sum, order) => {
      const holds = order !== except && !order.sold && (order.status === 'waiting' || order.status === 'paid');
      return sum + (holds ? (order.lines.get(variant) ?? 0) : 0);
    }, 0);
  const holding = (basket: Basket) =>
    basket.order && !basket.order.sold && basket.order.status === 'waiting' ? basket.order : null;
  /** What a shopper may still buy: free units and those that their own order holds. */
  const available = (variant: number, basket: Basket) => (onHand[variant] ?? 0) - held(variant, holding(basket));
  const basketOf = (shopper: number): Basket => {
    const basket = baskets[shopper];
    if (!basket) throw new Error(`The model has no shopper ${shopper}`);
    return basket;
  };

  return {
    orders,
    onHand: (variant: number) => onHand[variant] ?? 0,
    reserved: (variant: number) => held(variant),
    lines: (shopper: number) => basketOf(shopper).lines,

    /** Null when it must be refused, else the quantity afterwards. */
    write(shopper: number, variant: number, quantity: number, add: boolean): number | null {
      const basket = basketOf(shopper);
      const before = basket.lines.get(variant) ?? 0;
      const wanted = quantity + (add ? before : 0);
      const target = Math.min(wanted, 99, Math.max(0, available(variant, basket)));
      if (quantity > 0 && (target === 0 || (add && target <= before))) return null;
      if (target === 0) basket.lines.delete(variant);
      else basket.lines.set(variant, target);
      if (target !== before) basket.version += 1;
      return target;
    },

    /** The order that comes of it; or why none does. `amount` is filled in by whoever saw the total. */
    place(shopper: number, now: number): ModelOrder | 'cart_empty' | 'stock_insufficient' {
      const basket = basketOf(shopper);
      if (basket.lines.size === 0) return 'cart_empty';
      if (basket.order?.status === 'waiting') {
        if (basket.order.basket === basket.version) return basket.order;
        this.cancel(basket.order);
      }
      if ([...basket.lines].some(([variant, quantity]) => available(variant, basket) < quantity))
        return 'stock_insufficient';
      const order: ModelOrder = {
        shopper,
        lines: new Map(basket.lines),
        status: 'waiting',
        payBy: now + paymentWindowMs,
        money: 'open',
        refunded: 0,
        amount: 0,
        sent: new Map(),
        arrived: false,
        basket: basket.version,
        sold: false,
      };
      orders.push(order);
      basket.order = order;
      return order;
    },

    cancel(order: ModelOrder): void {
      order.status = 'cancelled';
    },

    /** The money is held: it is taken when the order still waits for it, else it is let go. */
    captured(order: ModelOrder): void {
      order.money = order.status === 'waiting' ? 'taken' : 'void';
      if (order.status !== 'waiting') return;
      order.status = 'paid';
      const basket = basketOf(order.shopper);
      if (basket.order === order) Object.assign(basket, { lines: new Map(), version: 0, order: null });
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

    /** Whoever has not paid in time loses the order, whatever is still on its way. */
    expire(now: number): void {
      for (const order of orders)
        if (order.status === 'waiting' && order.payBy + sweepGraceMs <= now) this.cancel(order);
    },

    /** Jobs ran until nothing was left: deadlines are kept, stock is taken, money of lost orders is back. */
    worked(now: number): void {
      this.expire(now);
      for (const order of orders) {
        if (order.status === 'paid' && !order.sold) {
          for (const [variant, quantity] of order.lines) onHand[variant] = (onHand[variant] ?? 0) - quantity;
          order.sold = true;
        }
        if (order.status === 'cancelled') {
          if (order.money === 'taken') order.refunded = order.amount;
          else order.money = 'void';
        }
      }
    },

    count(variant: number, quantity: number): boolean {
      if (quantity < held(variant)) return false;
      onHand[variant] = quantity;
      return true;
    },
  };
}
export type ShopModel = ReturnType<typeof createShopModel>;
