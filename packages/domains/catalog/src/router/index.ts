import { router } from '@mallhive/trpc';
import type { Catalog } from '../index.ts';
import { administrationProcedures } from './administration/index.ts';
import { categories } from './categories.ts';
import { categoryProcedures } from './category/index.ts';
import { editorProcedures } from './editor/index.ts';
import { home } from './home.ts';
import { importProcedures } from './import/index.ts';
import { mediaProcedures } from './media/index.ts';
import { product } from './product.ts';
import { products } from './products.ts';
import { reviewProcedures } from './reviews/index.ts';
import { seller } from './seller.ts';
import { sellerProducts } from './seller-products.ts';
import { shopProcedures } from './shop/index.ts';
import { updateProduct } from './update-product.ts';

export default function createCatalogRouter(catalog: Catalog) {
  return router({
    product: product(catalog),
    products: products(catalog),
    categories: categories(catalog),
    home: home(catalog),
    seller: seller(catalog),
    sellerProducts: sellerProducts(catalog),
    ...editorProcedures(catalog),
    ...categoryProcedures(catalog),
    ...administrationProcedures(catalog),
    ...shopProcedures(catalog),
    updateProduct: updateProduct(catalog),
    ...reviewProcedures(catalog),
    ...mediaProcedures(catalog),
    ...importProcedures(catalog),
  });
}
