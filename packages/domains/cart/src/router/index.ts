import { router } from '@mallhive/trpc';
import type { CartFacade } from '../index.ts';
import { addItem } from './add-item.ts';
import { get } from './get.ts';
import { setQuantity } from './set-quantity.ts';
import { setStock } from './set-stock.ts';
import { stock } from './stock.ts';

export default function createCartRouter(cart: CartFacade) {
  return router({
    get: get(cart),
    addItem: addItem(cart),
    setQuantity: setQuantity(cart),
    stock: stock(cart),
    setStock: setStock(cart),
  });
}
