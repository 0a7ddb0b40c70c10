import { newId } from '@mallhive/kernel';
import type { z } from 'zod';
import { type Actor, asSeller, assertEditor } from '../actor.ts';
import type { createProductInput, duplicateProductInput, sellerProductOutput } from '../contract.ts';
import type { Database } from '../database.repository.ts';
import { productInvalid, productNotFound } from '../errors.ts';
import type { CatalogPorts } from '../ports.ts';
import { createStored } from './create-stored.repository.ts';
import { contentOf, type FieldsInput } from './merge-input.ts';
import { namesOf } from './names-of.ts';
import type { StoredState } from './product-state.ts';
import { slugOf } from './slug.ts';
import { viewProduct } from './view-product.ts';

type Output = Promise<z.infer<typeof sellerProductOutput>>;

/** A draft, unless the input says more; it has one variant when none is given. */
export function createProduct(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  { sellerId, ...fields }: z.output<typeof createProductInput>,
): Output {
  return create(db, ports, actor, sellerId, () => fields);
}

/** A new draft like the other one. SKUs and the address are its own; sales are left out, because they were for that one. */
export function duplicateProduct(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  { sellerId, productId }: z.output<typeof duplicateProductInput>,
): Output {
  return create(
    db,
    ports,
    actor,
    sellerId,
    (original) => {
      if (!original) throw productNotFound();
      const { slug: _, sales: _sales, ...content } = contentOf(original);
      const tail = newId().slice(-4);
      return {
        ...content,
        title: `${content.title} (copy)`.slice(0, 200),
        status: 'draft',
        publishAt: null,
        variants: content.variants.map(({ id: _id, sku, ...variant }) => ({
          ...variant,
          barcode: '',
          sku: `${sku.slice(0, 70)}-copy-${tail}`,
        })),
      };
    },
    productId,
  );
}

async function create(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  sellerId: string,
  fieldsOf: (original: StoredState | null) => FieldsInput,
  originalId: string | null = null,
): Output {
  assertEditor(actor, sellerId);
  const id = newId();
  const variant = {
    sku: `SKU-${id.slice(-8)}`,
    barcode: '',
    weightGrams: 500,
    optionValueIds: [],
    imageIndexes: [],
    prices: {},
  };
  const stored = await createStored(
    db,
    { id, sellerId, currency: ports.currency, originalId },
    (original) => {
      const fields = fieldsOf(original);
      const { title, categoryId } = fields;
      if (!title || !categoryId)
        throw productInvalid([{ path: title ? 'categoryId' : 'title', code: 'category_unknown' }]);
      return {
        title,
        categoryId,
        slug: fields.slug ?? slugOf(title),
        fixedSlug: fields.slug !== undefined,
        fields: { variants: [variant], ...fields },
      };
    },
    { at: ports.clock.now(), actor: asSeller(actor) },
  );
  return { product: viewProduct(stored, await namesOf(ports, [stored.updatedBy])) };
}
