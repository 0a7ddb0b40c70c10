/** A product of the file: one stock code, or several that differ only in a letter and one aspect. */
export interface CodeGroup {
  /** The common code, `84997`. */
  base: string;
  title: string;
  option: 'Colour' | 'Design' | null;
  members: { code: string; value: string; title: string }[];
}

export const colourWords = new Set(
  'red blue green pink white black yellow orange purple brown cream ivory grey gray silver gold turquoise lilac mauve amber aqua beige coral jade lime navy olive peach rose ruby sky mint teal violet bronze copper multicolour multicoloured antique clear'.split(
    ' ',
  ),
);

const words = (title: string): string[] => title.split(' ');
const lower = (list: string[]): string[] => list.map((word) => word.toLowerCase());

/** The words that all titles share, in the order of the first. */
function common(titles: string[]): string[] {
  const [first = '', ...others] = titles;
  const sets = others.map((title) => new Set(lower(words(title))));
  return words(first).filter((word) => sets.every((set) => set.has(word.toLowerCase())));
}

function rest(title: string, shared: Set<string>): string[] {
  return words(title).filter((word) => !shared.has(word.toLowerCase()));
}

const edge = /^(?:[^\p{L}\d]+|(?:and|with|in|of|the|on)\s)+|(?:[^\p{L}\d]+|\s(?:and|with|in|of|the|on|w))+$/giu;

/** Without the little words and signs that are left hanging at either end. */
const tidy = (text: string): string => {
  const cut = text.replace(edge, '').replace(edge, '');
  return cut.charAt(0).toUpperCase() + cut.slice(1);
};

/**
 * Codes such as 84997A to 84997D become one product with variants when their names share at least two words and half of
 * each name, and what is left differs. Otherwise each code is a product of its own.
 */
export function groupCodes(products: readonly { code: string; title: string }[]): CodeGroup[] {
  const byBase = new Map<string, { code: string; title: string }[]>();
  for (const product of products) {
    const base = /^(\d{5})[A-Z]{1,2}$/.exec(product.code)?.[1];
    const key = base ?? product.code;
    byBase.set(key, [...(byBase.get(key) ?? []), product]);
  }
  const groups: CodeGroup[] = [];
  for (const [base, members] of byBase) {
    const merged = members.length > 1 ? merge(base, members) : null;
    if (merged) groups.push(merged);
    else
      for (const { code, title } of members)
        groups.push({ base: code, title, option: null, members: [{ code, value: '', title }] });
  }
  return groups;
}

function merge(base: string, members: { code: string; title: string }[]): CodeGroup | null {
  const shared = common(members.map(({ title }) => title));
  const set = new Set(lower(shared));
  const enough = members.every(({ title }) => shared.length * 2 >= words(title).length);
  if (shared.length < 2 || !enough) return null;
  const values = members.map(({ title }) => tidy(rest(title, set).join(' ')));
  if (
    values.some((value) => value === '') ||
    new Set(values.map((value) => value.toLowerCase())).size !== values.length
  )
    return null;
  const colours = values.filter((value) => lower(value.split(/[ /&-]+/)).some((word) => colourWords.has(word)));
  const isColour = colours.length * 2 > values.length && values.every((value) => words(value).length <= 3);
  const title = tidy(shared.join(' '));
  if (words(title).length < 2) return null;
  return {
    base,
    title,
    option: isColour ? 'Colour' : 'Design',
    members: members.map(({ code, title: own }, index) => ({ code, value: values[index] ?? code, title: own })),
  };
}
