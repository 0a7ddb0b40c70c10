import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import type * as contract from '../contract.ts';
import type { Database } from '../database.repository.ts';
import type { CatalogPorts } from '../ports.ts';
import { bulkProducts } from './bulk-products.ts';
import { createProduct, duplicateProduct } from './create-product.ts';
import { deleteProduct } from './delete-product.ts';
import { productHistory } from './product-history.ts';
import { sellerProduct } from './read-editor-product.ts';
import { saveProduct } from './save-product.ts';
import { adminSaveTranslation, saveTranslation } from './save-translation.ts';
import { variantGrid } from './variant-grid.ts';

/** What a seller does to products; part of the catalog's facade. */
export function createEditor(db: Database, ports: CatalogPorts) {
  return {
    sellerProduct: (actor: Actor, input: z.output<typeof contract.sellerProductInput>) =>
      sellerProduct(db, ports, actor, input),
    createProduct: (actor: Actor, input: z.output<typeof contract.createProductInput>) =>
      createProduct(db, ports, actor, input),
    saveProduct: (actor: Actor, input: z.output<typeof contract.saveProductInput>) =>
      saveProduct(db, ports, actor, input),
    duplicateProduct: (actor: Actor, input: z.output<typeof contract.duplicateProductInput>) =>
      duplicateProduct(db, ports, actor, input),
    deleteProduct: (actor: Actor, input: z.output<typeof contract.deleteProductInput>) =>
      deleteProduct(db, ports, actor, input),
    bulkProducts: (actor: Actor, input: z.output<typeof contract.bulkProductsInput>) =>
      bulkProducts(db, ports, actor, input),
    saveTranslation: (actor: Actor, input: z.output<typeof contract.saveTranslationInput>) =>
      saveTranslation(db, ports, actor, input),
    adminSaveTranslation: (actor: Actor, input: z.output<typeof contract.adminSaveTranslationInput>) =>
      adminSaveTranslation(db, ports, actor, input),
    variantGrid: (actor: Actor, input: z.output<typeof contract.variantGridInput>) => variantGrid(actor, input),
    productHistory: (actor: Actor, input: z.output<typeof contract.productHistoryInput>) =>
      productHistory(db, ports, actor, input),
  };
}
