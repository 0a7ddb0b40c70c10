import { categorise } from './categories.ts';
import type { Collected } from './collector.ts';
import { colourWords, groupCodes } from './variants.ts';

export interface ImportedVariant {
  sku: string;
  /** Empty for a product without options. */
  value: string;
  /** Pence. */
  price: number;
  stock: number;
}

export interface ImportedProduct {
  /** The stock code, or what several have in common. */
  sourceRef: string;
  title: string;
  /** Other names that the file uses for it, most frequent first. */
  alsoKnownAs: string[];
  category: string;
  categoryMatched: boolean;
  icon: string;
  /** The first colour in the name, for the picture. */
  colour: string | null;
  option: 'Colour' | 'Design' | null;
  variants: ImportedVariant[];
  firstSoldAt: Date;
}

interface CodeFigures {
  prices: number[];
  first: number;
  units: number;
}

const median = (values: number[]): number => {
  values.sort((left, right) => left - right);
  return values[values.length >> 1] ?? 0;
};

/** Most frequent name first; of equally frequent ones the longer, then the alphabet decides. */
function rankNames(counts: Map<string, number> | undefined): string[] {
  return [...(counts ?? [])]
    .filter(([name]) => name.length > 2)
    .sort(([left, a], [right, b]) => b - a || right.length - left.length || (left < right ? -1 : 1))
    .map(([name]) => name);
}

/** Two weeks of the sales that the file shows, at least six pieces. */
const shelf = (units: number, days: number): number =>
  Math.min(500, Math.max(6, Math.round((units / Math.max(days, 14)) * 14)));

/** One pass over the lines; rows of codes that nobody ever named are refused here and their lines emptied. */
export function buildProducts(data: Collected): { products: ImportedProduct[]; codesWithoutName: Set<number> } {
  const { line, invoice, codes, names, report } = data;
  const figures: (CodeFigures | undefined)[] = [];
  const codesWithoutName = new Set<number>();
  const ranked = names.map((counts) => rankNames(counts));
  let last = 0;
  for (let index = 0; index < line.code.length; index += 1) {
    const code = line.code.get(index);
    if (!ranked[code]?.length) {
      codesWithoutName.add(code);
      report.refused['no-description'] += 1;
      continue;
    }
    report.taken['order-line'] += 1;
    const at = invoice.at.get(line.invoice.get(index));
    last = Math.max(last, at);
    const known = figures[code];
    if (known) {
      known.prices.push(line.price.get(index));
      known.first = Math.min(known.first, at);
      known.units += line.quantity.get(index);
    } else figures[code] = { prices: [line.price.get(index)], first: at, units: line.quantity.get(index) };
  }
  const named = figures.flatMap((figure, code) => {
    const title = ranked[code]?.[0];
    return figure && title ? [{ code: codes.text(code), id: code, title }] : [];
  });
  const ids = new Map(named.map(({ code, id }) => [code, id]));
  const products = groupCodes(named).map((group): ImportedProduct => {
    const members = group.members.map(({ code, value }) => ({ code, value, id: ids.get(code) ?? 0 }));
    const { category, icon, matched } = categorise(group.title);
    const other = members.flatMap(({ id }) => ranked[id]?.slice(1, 3) ?? []);
    return {
      sourceRef: group.base,
      title: group.title,
      alsoKnownAs: [...new Set(other)].filter((name) => name !== group.title),
      category,
      categoryMatched: matched,
      icon,
      colour:
        group.title
          .toLowerCase()
          .split(/[ /,-]+/)
          .find((word) => colourWords.has(word)) ?? null,
      option: group.option,
      variants: members.map(({ code, value, id }) => {
        const figure = figures[id] ?? { prices: [], first: last, units: 0 };
        return {
          sku: code,
          value,
          price: Math.max(1, median(figure.prices)),
          stock: shelf(figure.units, (last - figure.first) / 86_400),
        };
      }),
      firstSoldAt: new Date(Math.min(...members.map(({ id }) => figures[id]?.first ?? last)) * 1000),
    };
  });
  return { products, codesWithoutName };
}
