import type { z } from 'zod';
import type { facetSchema } from './contract.ts';
import type { FacetCount } from './engine.ts';

type Facet = z.infer<typeof facetSchema>;

const maximumAttributeFacets = 8;
const maximumValues = 40;
const ownLabels: Record<string, string> = { category: 'Category', seller: 'Seller' };
/** A different value for each of many products is no choice but a name. */
const tellsApart = (values: Facet['values']) => values.length > 12 && values.every(({ count }) => count === 1);
/** Clothes sizes are not read by how often they occur. */
const sizes = ['xxs', 'xs', 's', 'm', 'l', 'xl', 'xxl', 'xxxl', 'small', 'medium', 'large', 'extra large'];
const byLabel = new Intl.Collator('en', { numeric: true });
const sizeOf = (label: string) => {
  const place = sizes.indexOf(label.toLowerCase());
  return place < 0 ? sizes.length : place;
};

type Value = Facet['values'][number];

/** Clothes sizes first and from small to large, then what occurs most. */
function arrangeValues(values: readonly Value[]): Value[] {
  return values
    .map((value) => ({ value, size: sizeOf(value.label) }))
    .sort(
      (left, right) =>
        left.size - right.size ||
        right.value.count - left.value.count ||
        byLabel.compare(left.value.label, right.value.label),
    )
    .map(({ value }) => value)
    .filter(({ chosen }, index) => index < maximumValues || chosen);
}

/**
 * Counts as the database gave them, arranged to be shown: category, seller, then the attributes that say most.
 * A chosen value stays visible when nothing has it any more, or it could not be taken back.
 */
export function arrangeFacets(counts: readonly FacetCount[], chosen: ReadonlyMap<string, readonly string[]>): Facet[] {
  const byName = Map.groupBy(counts, ([name]) => name);
  for (const name of chosen.keys()) if (!byName.has(name)) byName.set(name, []);
  const facets = [...byName].map(([name, rows]) => {
    const picked = new Set(chosen.get(name));
    const values = rows.map(([, value, label, count]) => ({ value, label, count, chosen: picked.has(value) }));
    const coverage = values.reduce((sum, { count }) => sum + count, 0);
    for (const value of picked) {
      if (!values.some((row) => row.value === value)) values.push({ value, label: value, count: 0, chosen: true });
    }
    return { name, label: rows.find((row) => row[4])?.[4] ?? ownLabels[name] ?? name, values, coverage };
  });
  const own = ['category', 'seller'].flatMap((name) => facets.filter((facet) => facet.name === name));
  const attributes = facets
    .filter(({ name }) => !(name in ownLabels))
    .filter(({ name, values }) => chosen.has(name) || (values.length > 1 && !tellsApart(values)))
    .sort(
      (left, right) =>
        Number(chosen.has(right.name)) - Number(chosen.has(left.name)) ||
        right.coverage - left.coverage ||
        byLabel.compare(left.name, right.name),
    )
    .slice(0, Math.max(maximumAttributeFacets, chosen.size));
  // Only what is shown is put in order: a shop has hundreds of values more.
  return [...own, ...attributes].map(({ name, label, values }) => ({ name, label, values: arrangeValues(values) }));
}
