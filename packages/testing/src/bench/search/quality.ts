import { type Kind, type KnownItem, kinds } from './queries.ts';

/** Titles found for a query, best first, ten at the most. */
export type Finder = (query: string) => Promise<string[]>;

export interface Quality {
  /** Share of queries whose product came first. */
  first: number;
  /** Share of queries whose product is among the first ten. */
  ten: number;
  /** Mean of 1 / place, 0 where it is not among the first ten. */
  mrr: number;
}

/** How well a finder finds what is known to be wanted, by kind of query. */
export async function measure(find: Finder, items: readonly KnownItem[]): Promise<Record<Kind, Quality>> {
  const places = new Map<Kind, number[]>(kinds.map((kind) => [kind, []]));
  for (const { kind, query, title } of items) {
    const place = (await find(query)).indexOf(title) + 1;
    places.get(kind)?.push(place);
  }
  const share = (list: readonly number[], value: (place: number) => number) =>
    list.reduce((sum, place) => sum + (place > 0 ? value(place) : 0), 0) / Math.max(1, list.length);
  const of = (kind: Kind): Quality => {
    const list = places.get(kind) ?? [];
    return {
      first: share(list, (place) => Number(place === 1)),
      ten: share(list, () => 1),
      mrr: share(list, (place) => 1 / place),
    };
  };
  return Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as Record<Kind, Quality>;
}
