import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { type fixedClock, newId } from '@mallhive/kernel';
import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import { createProductInput, type EditorProduct, saveProductInput } from '../contract.ts';
import type { Catalog, SellerProfileDraft } from '../index.ts';
import { catalogFixture, memberOf, productDraft } from '../testing.ts';

export const image = { url: '/media/a/chair.webp', alt: 'Chair', width: 1200, height: 1200 };
export const administrator: Actor = { id: newId(), memberships: [], roles: ['administrator'] };

export interface EditorFixture {
  database: TestDatabase;
  catalog: Catalog;
  seller: SellerProfileDraft;
  owner: Actor;
  categoryIds: Map<string, string>;
  /** A draft of one chair that could be published. */
  create(fields?: Partial<z.input<typeof createProductInput>>): Promise<EditorProduct>;
  save(
    product: EditorProduct,
    fields: Omit<z.input<typeof saveProductInput>, 'sellerId' | 'productId' | 'version'>,
    actor?: Actor,
  ): Promise<EditorProduct>;
  events(name: string): Promise<Record<string, unknown>[]>;
}

/** A seller with three approved products, so that the next ones are public at once; `trusted: false` for one with none. */
export async function editorFixture(clock: ReturnType<typeof fixedClock>, trusted = true): Promise<EditorFixture> {
  const database = await createTestDatabase();
  const { catalog, seller } = await catalogFixture(database.db, clock);
  const { sellerId } = seller;
  if (trusted) await catalog.upsertProducts([1, 2, 3].map(() => productDraft({ sellerId })));
  const { categories } = await catalog.categories();
  const categoryIds = new Map(categories.map(({ path, id }) => [path, id]));
  const owner = memberOf(sellerId);
  return {
    database,
    catalog,
    seller,
    owner,
    categoryIds,
    create: async (fields = {}) => {
      const categoryId = categoryIds.get('home-living/chairs') ?? '';
      const input = {
        sellerId,
        title: 'Oak chair',
        categoryId,
        descriptionHtml: '<p>Oiled <b>oak</b></p>',
        images: [image],
        variants: [{ sku: `OAK-${newId().slice(-8)}`, prices: { GBP: { amount: 10_000, compareAt: null } } }],
        ...fields,
      };
      return (await catalog.createProduct(owner, createProductInput.parse(input))).product;
    },
    save: async (product, fields, actor = owner) => {
      const input = { sellerId, productId: product.id, version: product.version, ...fields };
      return (await catalog.saveProduct(actor, saveProductInput.parse(input))).product;
    },
    events: async (name) => {
      const { rows } = await database.db.pool.query('select data from catalog.outbox where name = $1 order by id', [
        name,
      ]);
      return rows.map(({ data }) => data);
    },
  };
}
