import { router } from '@mallhive/trpc';
import type { CartFacade } from '../index.ts';
import { addItem } from './add-item.ts';
import { addWish } from './add-wish.ts';
import { adjustStock } from './adjust-stock.ts';
import { applyCoupon } from './apply-coupon.ts';
import { createLocation } from './create-location.ts';
import { get } from './get.ts';
import { inventory } from './inventory.ts';
import { moveWishToCart } from './move-wish-to-cart.ts';
import { promotions } from './promotions.ts';
import { removeCoupon } from './remove-coupon.ts';
import { removeWish } from './remove-wish.ts';
import { restore } from './restore.ts';
import { savePromotion } from './save-promotion.ts';
import { saveShopPromotion } from './save-shop-promotion.ts';
import { setBundle } from './set-bundle.ts';
import { setPromotionStatus } from './set-promotion-status.ts';
import { setQuantity } from './set-quantity.ts';
import { setShopPromotionStatus } from './set-shop-promotion-status.ts';
import { setStock } from './set-stock.ts';
import { setStockRule } from './set-stock-rule.ts';
import { setStockSettings } from './set-stock-settings.ts';
import { shopPromotions } from './shop-promotions.ts';
import { stock } from './stock.ts';
import { stockLocations } from './stock-locations.ts';
import { stockMovements } from './stock-movements.ts';
import { stockSettings } from './stock-settings.ts';
import { stopWaiting } from './stop-waiting.ts';
import { transferStock } from './transfer-stock.ts';
import { updateLocation } from './update-location.ts';
import { waitForStock } from './wait-for-stock.ts';
import { waits } from './waits.ts';
import { wished } from './wished.ts';
import { wishlist } from './wishlist.ts';

export default function createCartRouter(cart: CartFacade) {
  return router({
    get: get(cart),
    addItem: addItem(cart),
    setQuantity: setQuantity(cart),
    applyCoupon: applyCoupon(cart),
    removeCoupon: removeCoupon(cart),
    promotions: promotions(cart),
    savePromotion: savePromotion(cart),
    setPromotionStatus: setPromotionStatus(cart),
    shopPromotions: shopPromotions(cart),
    saveShopPromotion: saveShopPromotion(cart),
    setShopPromotionStatus: setShopPromotionStatus(cart),
    wishlist: wishlist(cart),
    wished: wished(cart),
    addWish: addWish(cart),
    removeWish: removeWish(cart),
    moveWishToCart: moveWishToCart(cart),
    waits: waits(cart),
    waitForStock: waitForStock(cart),
    stopWaiting: stopWaiting(cart),
    restore: restore(cart),
    stock: stock(cart),
    setStock: setStock(cart),
    stockLocations: stockLocations(cart),
    createLocation: createLocation(cart),
    updateLocation: updateLocation(cart),
    inventory: inventory(cart),
    adjustStock: adjustStock(cart),
    transferStock: transferStock(cart),
    stockMovements: stockMovements(cart),
    stockSettings: stockSettings(cart),
    setStockSettings: setStockSettings(cart),
    setStockRule: setStockRule(cart),
    setBundle: setBundle(cart),
  });
}
