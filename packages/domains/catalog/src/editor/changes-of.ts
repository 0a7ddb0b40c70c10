import type { ProductContent } from './product-state.ts';

/** The order of keys says nothing. */
const text = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );

/** What differs, by field: before and after. */
export function changesOf(before: ProductContent, after: ProductContent): Record<string, [unknown, unknown]> {
  const fields = Object.keys(before) as (keyof ProductContent)[];
  return Object.fromEntries(
    fields
      .filter((field) => text(before[field]) !== text(after[field]))
      .map((field) => [field, [before[field], after[field]]]),
  );
}
