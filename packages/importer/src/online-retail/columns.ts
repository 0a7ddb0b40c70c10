/** Numbers in a typed array that grows: four hundred thousand order lines in a few megabytes. */
export interface Column {
  push(value: number): void;
  get(index: number): number;
  set(index: number, value: number): void;
  readonly length: number;
}

export function createColumn(): Column {
  let values = new Int32Array(1 << 14);
  let length = 0;
  return {
    push: (value) => {
      if (length === values.length) {
        const larger = new Int32Array(values.length * 2);
        larger.set(values);
        values = larger;
      }
      values[length] = value;
      length += 1;
    },
    get: (index) => values[index] ?? 0,
    set: (index, value) => {
      values[index] = value;
    },
    get length() {
      return length;
    },
  };
}

/** Gives each different text a small number. */
export interface Dictionary {
  id(text: string): number;
  text(id: number): string;
  readonly size: number;
}

export function createDictionary(): Dictionary {
  const ids = new Map<string, number>();
  const texts: string[] = [];
  return {
    id: (text) => {
      const known = ids.get(text);
      if (known !== undefined) return known;
      // A short slice of a long line would keep the whole line in memory.
      const own = Buffer.from(text).toString();
      ids.set(own, texts.length);
      texts.push(own);
      return texts.length - 1;
    },
    text: (id) => texts[id] ?? '',
    get size() {
      return texts.length;
    },
  };
}
