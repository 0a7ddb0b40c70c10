import type { StageName } from './pictures/scene.ts';

/** One axis of choice. Values after the first may cost more: `Large+4` adds four pounds. */
export interface LineOption {
  name: string;
  values: string[];
  /** How many of the values each product gets; all by default. */
  take?: [number, number];
}

/**
 * A kind of product a seller makes, with everything its members share. The members are lines of `items`:
 * `Title | pitch, the subtitle | p=price; i=icon; t=Tint; c=Colour,Colour; Attribute=value; AttributeOrOptionItHasNot=`.
 */
export interface ProductLine {
  category: string;
  seller: string;
  /** What one calls it in running text: `mug`, `pair of boots`. */
  noun: string;
  icon: string;
  /** Objects that may stand beside it. */
  props: string[];
  stages: StageName[];
  /** Pounds; a member's own `p` wins. */
  price: [number, number];
  weightGrams: number;
  options?: LineOption[];
  attributes: Record<string, string>;
  /** Sentences about the making and the use; `{noun}` and `{title}` are filled in. Each product takes two. */
  story: string[];
  /** How to look after, store or fit it; closes the description. */
  care: string;
  highlights: string[];
  items: string;
}

export interface LineItem {
  title: string;
  pitch: string;
  price: number | null;
  icon: string;
  colours: string[] | null;
  /** A fixed tint for members without a choice of colour. */
  tint: string | null;
  attributes: Record<string, string>;
  /** Names of the line's options that this member does not have. */
  without: string[];
}

/** Reads the members of a line. Throws on a line it cannot read: the content is code. */
export function readItems(line: ProductLine): LineItem[] {
  return line.items
    .trim()
    .split('\n')
    .map((row) => {
      const [title = '', pitch = '', settings = ''] = row.split('|').map((part) => part.trim());
      if (!title || !pitch) throw new Error(`A product of ${line.category} has no title or no pitch: ${row}`);
      const item: LineItem = {
        title,
        pitch,
        price: null,
        icon: line.icon,
        colours: null,
        tint: null,
        attributes: { ...line.attributes },
        without: [],
      };
      for (const setting of settings.split(';').filter(Boolean)) {
        const [key = '', value = ''] = setting.split('=').map((part) => part.trim());
        if (key === 'p') item.price = Number(value);
        else if (key === 'i') item.icon = value;
        else if (key === 'c') item.colours = value.split(',');
        else if (key === 't') item.tint = value;
        else if (value) item.attributes[key] = value;
        else {
          item.without.push(key);
          delete item.attributes[key];
        }
      }
      return item;
    });
}
