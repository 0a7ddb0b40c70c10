import type { z } from 'zod';
import { composeCardJson } from './card.ts';
import type { productsInput, productsOutput } from './contract.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Database } from './database.repository.ts';
import { type CardRow, cardsByIds, type ListOrder, listCards, listOrders } from './list.repository.ts';
import type { CatalogPorts } from './ports.ts';

function keyOf(order: ListOrder, row: CardRow): (string | number)[] {
  switch (order) {
    case 'newest':
      return [row.created_at.toISOString(), row.product_id];
    case 'price-asc':
    case 'price-desc':
      return [row.price, row.product_id];
    case 'rating':
      return [row.rating_average, row.rating_count, row.product_id];
  }
}

type Input = z.output<typeof productsInput>;

/** One statement. With `ids`: those of them that are published, in the order given. */
export async function listProducts(db: Database, ports: CatalogPorts, input: Input) {
  return JSON.parse(await listProductsJson(db, ports, input)) as z.infer<typeof productsOutput>;
}

/** The same as JSON. */
export async function listProductsJson(db: Database, ports: CatalogPorts, input: Input): Promise<string> {
  const audience = { locale: input.locale, currency: input.currency ?? ports.currency };
  if (input.ids) {
    const items = await cardsByIds(db, audience, input.ids);
    return JSON.stringify({ items: items.slice(0, input.limit), nextCursor: null });
  }
  const order = input.sort;
  // A place among prices means nothing among those of another currency.
  const place = order.startsWith('price') ? `${order}.${audience.currency}` : order;
  const after = input.cursor ? decodeCursor(place, input.cursor, listOrders[order].form) : null;
  const rows = await listCards(db, {
    audience,
    order,
    category: input.category,
    seller: input.seller,
    onSale: input.onSale ?? false,
    after,
    limit: input.limit + 1,
  });
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > input.limit && last ? encodeCursor(place, keyOf(order, last)) : null;
  const items = shown.map((row) => composeCardJson(row, audience.currency));
  return `{"items":[${items.join()}],"nextCursor":${JSON.stringify(nextCursor)}}`;
}
