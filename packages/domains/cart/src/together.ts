interface Waiting<Item, Reply> {
  item: Item;
  keys: readonly string[];
  resolve(reply: Reply): void;
  reject(error: unknown): void;
}

interface TogetherOptions<Item, Reply> {
  /** Items with a key in common are not worked on at the same time, but together. */
  keysOf(item: Item): readonly string[];
  /** Two items of one name never go together. */
  nameOf(item: Item): string;
  /** One reply an item, in their order. All of it or nothing: when it fails each item is run by itself. */
  run(items: readonly Item[]): Promise<Reply[]>;
  most: number;
}

/**
 * An item whose keys nobody is working on is run at once. What comes while one of its keys is worked on waits, and then goes
 * together with all that waited: what many want at the same time costs one run and not one for each. Nobody is overtaken by
 * one who came later and wants the same.
 */
export function together<Item, Reply>(options: TogetherOptions<Item, Reply>): (item: Item) => Promise<Reply> {
  const busy = new Set<string>();
  let waiting: Waiting<Item, Reply>[] = [];

  async function answer(batch: readonly Waiting<Item, Reply>[]): Promise<void> {
    try {
      const replies = await options.run(batch.map(({ item }) => item));
      for (const [index, { resolve }] of batch.entries()) resolve(replies[index] as Reply);
    } catch (error) {
      const [only] = batch;
      if (batch.length === 1 && only) return only.reject(error);
      // What is wrong with one of them is not the others' fault.
      await Promise.all(batch.map((one) => answer([one])));
    }
  }

  async function go(batch: readonly Waiting<Item, Reply>[]): Promise<void> {
    const keys = new Set(batch.flatMap((one) => one.keys));
    for (const key of keys) busy.add(key);
    await answer(batch);
    for (const key of keys) busy.delete(key);
    next();
  }

  function next(): void {
    const batch: Waiting<Item, Reply>[] = [];
    const left: Waiting<Item, Reply>[] = [];
    const names = new Set<string>();
    const claimed = new Set<string>();
    for (const one of waiting) {
      const free = one.keys.every((key) => !busy.has(key) && !claimed.has(key));
      const name = options.nameOf(one.item);
      if (free && batch.length < options.most && !names.has(name)) {
        batch.push(one);
        names.add(name);
      } else {
        left.push(one);
        for (const key of one.keys) claimed.add(key);
      }
    }
    waiting = left;
    if (batch.length > 0) void go(batch);
  }

  return (item) =>
    new Promise((resolve, reject) => {
      const one = { item, keys: options.keysOf(item), resolve, reject };
      const waits = one.keys.some((key) => busy.has(key) || waiting.some(({ keys }) => keys.includes(key)));
      if (waits) waiting.push(one);
      else void go([one]);
    });
}
