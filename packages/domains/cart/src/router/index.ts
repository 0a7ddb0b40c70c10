import { router } from '@mallhive/trpc';
import type { CartFacade } from '../index.ts';
import { addItem } from './add-item.ts';
import { addWish } from './add-wish.ts';
import { adjustStock } from './adjust-stock.ts';
import { createLocation } from './create-location.ts';
import { get } from './get.ts';
import { inventory } from './inventory.ts';
import { moveWishToCart } from './move-wish-to-cart.ts';
import { removeWish } from './remove-wish.ts';
import { setQuantity } from './set-quantity.ts';
import { setStock } from './set-stock.ts';
import { stock } from './stock.ts';
import { stockLocations } from './stock-locations.ts';
import { stockMovements } from './stock-movements.ts';
import { transferStock } from './transfer-stock.ts';
import { updateLocation } from './update-location.ts';
import { wished } from './wished.ts';
import { wishlist } from './wishlist.ts';

export default function createCartRouter(cart: CartFacade) {
  return router({
    get: get(cart),
    addItem: addItem(cart),
    setQuantity: setQuantity(cart),
    wishlist: wishlist(cart),
    wished: wished(cart),
    addWish: addWish(cart),
    removeWish: removeWish(cart),
    moveWishToCart: moveWishToCart(cart),
    stock: stock(cart),
    setStock: setStock(cart),
    stockLocations: stockLocations(cart),
    createLocation: createLocation(cart),
    updateLocation: updateLocation(cart),
    inventory: inventory(cart),
    adjustStock: adjustStock(cart),
    transferStock: transferStock(cart),
    stockMovements: stockMovements(cart),
  });
}
