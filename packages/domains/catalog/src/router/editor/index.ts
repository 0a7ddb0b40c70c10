import type { Catalog } from '../../index.ts';
import { bulkProducts } from './bulk-products.ts';
import { createProduct } from './create-product.ts';
import { deleteProduct } from './delete-product.ts';
import { duplicateProduct } from './duplicate-product.ts';
import { productHistory } from './product-history.ts';
import { saveProduct } from './save-product.ts';
import { saveTranslation } from './save-translation.ts';
import { sellerProduct } from './seller-product.ts';
import { variantGrid } from './variant-grid.ts';

/** Products as their seller edits them. */
export const editorProcedures = (catalog: Catalog) => ({
  createProduct: createProduct(catalog),
  saveProduct: saveProduct(catalog),
  duplicateProduct: duplicateProduct(catalog),
  deleteProduct: deleteProduct(catalog),
  bulkProducts: bulkProducts(catalog),
  saveTranslation: saveTranslation(catalog),
  variantGrid: variantGrid(catalog),
  productHistory: productHistory(catalog),
  sellerProduct: sellerProduct(catalog),
});
