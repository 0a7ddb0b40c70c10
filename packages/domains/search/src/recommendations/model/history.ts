/** One order as the model sees it: small numbers instead of ids. */
export interface Basket {
  /** Null: nobody knows who. */
  shopper: number | null;
  /** Days, of any zero. */
  day: number;
  /** Without doubles. */
  items: readonly number[];
}

/** Orders in lists of numbers: 400,000 lines are a few megabytes. Baskets lie in the order they came. */
export interface History {
  items: number;
  shoppers: number;
  baskets: number;
  dayOf: Float64Array;
  /** The items of basket b are `lines[start[b]]` to `lines[start[b + 1] - 1]`. */
  start: Int32Array;
  lines: Int32Array;
  basketsOfItem: Lists;
  basketsOfShopper: Lists;
}

/** Many lists of numbers in two arrays; list n is `values[start[n]]` to `values[start[n + 1] - 1]`. */
export interface Lists {
  start: Int32Array;
  values: Int32Array;
}

function toLists(count: number, entries: number, each: (put: (list: number, value: number) => void) => void): Lists {
  const start = new Int32Array(count + 1);
  each((list) => {
    start[list + 1] = (start[list + 1] ?? 0) + 1;
  });
  for (let list = 0; list < count; list += 1) start[list + 1] = (start[list + 1] ?? 0) + (start[list] ?? 0);
  const next = start.slice();
  const values = new Int32Array(entries);
  each((list, value) => {
    const at = next[list] ?? 0;
    values[at] = value;
    next[list] = at + 1;
  });
  return { start, values };
}

export function buildHistory(baskets: readonly Basket[], items: number, shoppers: number): History {
  const total = baskets.reduce((sum, basket) => sum + basket.items.length, 0);
  const dayOf = Float64Array.from(baskets, ({ day }) => day);
  const start = new Int32Array(baskets.length + 1);
  const lines = new Int32Array(total);
  let at = 0;
  baskets.forEach((basket, index) => {
    lines.set(basket.items, at);
    at += basket.items.length;
    start[index + 1] = at;
  });
  return {
    items,
    shoppers,
    baskets: baskets.length,
    dayOf,
    start,
    lines,
    basketsOfItem: toLists(items, total, (put) => {
      baskets.forEach((basket, index) => {
        for (const item of basket.items) put(item, index);
      });
    }),
    basketsOfShopper: toLists(shoppers, baskets.filter(({ shopper }) => shopper !== null).length, (put) => {
      baskets.forEach((basket, index) => {
        if (basket.shopper !== null) put(basket.shopper, index);
      });
    }),
  };
}

/** List `index`, without a copy. */
export const listOf = ({ start, values }: Lists, index: number): Int32Array =>
  values.subarray(start[index] ?? 0, start[index + 1] ?? 0);
export const linesOf = ({ start, lines }: History, basket: number): Int32Array =>
  lines.subarray(start[basket] ?? 0, start[basket + 1] ?? 0);
