import { randomBytes } from 'node:crypto';
import { type Clock, type Currency, type RateLimiter, systemClock } from '@mallhive/kernel';
import type { z } from 'zod';
import { addItem } from './add-item.ts';
import { createAdjustRepository } from './adjust.repository.ts';
import { adjustStock } from './adjust-stock.ts';
import { createAlertRepository } from './alerts/alert.repository.ts';
import type { setStockRuleInput, setStockSettingsInput, stockSettingsInput } from './alerts/contract.ts';
import { readStockSettings, setStockRule, setStockSettings } from './alerts/stock-settings.ts';
import { createBundleRepository } from './bundles/bundle.repository.ts';
import type { setBundleInput } from './bundles/contract.ts';
import { setBundle } from './bundles/set-bundle.ts';
import { createCartRepository, type Database } from './cart.repository.ts';
import { cartForCheckout } from './cart-for-checkout.ts';
import { type CartOffers, type CartStore, cartLimits } from './cart-store.ts';
import { addWish, removeWish, tidyWishlists } from './change-wishlist.ts';
import { closeCarts, closeLeftOver } from './close-cart.ts';
import { createClosingRepository } from './closing.repository.ts';
import type { addItemInput, couponInput, sellerStockInput, setQuantityInput, setStockInput } from './contract.ts';
import type {
  adjustStockInput,
  createLocationInput,
  inventoryInput,
  stockLocationsInput,
  stockMovementsInput,
  transferStockInput,
  updateLocationInput,
} from './contract-stock.ts';
import type { addWishInput, moveWishInput, removeWishInput, wishedInput, wishlistInput } from './contract-wishlist.ts';
import type { Deps } from './deps.ts';
import { type CartReply, getCart } from './get-cart.ts';
import { createInventoryRepository } from './inventory.repository.ts';
import { LinesHint } from './lines-hint.ts';
import { createLocationRepository } from './location.repository.ts';
import { moveWishToCart } from './move-wish-to-cart.ts';
import { createOffersRepository } from './offers.repository.ts';
import type { CartOwner, StockActor } from './owner.ts';
import { createPersonalDataRepository } from './personal-data.repository.ts';
import { cartsOfPerson, forgetPerson, promotionsOfPerson } from './personal-data.ts';
import type { Audience, VariantReader } from './ports.ts';
import { applyCoupon, removeCoupon } from './promotions/apply-coupon.ts';
import type {
  promotionsInput,
  savePromotionInput,
  saveShopPromotionInput,
  setPromotionStatusInput,
  setShopPromotionStatusInput,
} from './promotions/contract.ts';
import { createPromotionRepository } from './promotions/promotion.repository.ts';
import {
  readPromotions,
  readShopPromotions,
  type ShopActor,
  savePromotion,
  saveShopPromotion,
  setPromotionStatus,
  setShopPromotionStatus,
} from './promotions/write-promotion.ts';
import { createPutBackRepository, type PutBackInput } from './put-back.repository.ts';
import { readInventory } from './read-inventory.ts';
import { readMovements } from './read-movements.ts';
import { readStock } from './read-stock.ts';
import { readWished, readWishlist } from './read-wishlist.ts';
import { type ReserveInput, reserveStock } from './reserve-stock.ts';
import { setQuantity } from './set-quantity.ts';
import { setStock } from './set-stock.ts';
import { createStockRepository, type StatedStock, type StockUpsert } from './stock.repository.ts';
import { createLocation, readLocations, updateLocation } from './stock-locations.ts';
import { transferStock } from './transfer-stock.ts';
import { upsertStock } from './upsert-stock.ts';
import { createWatches } from './watches/index.ts';
import { createWishlistRepository } from './wishlist.repository.ts';

export type { CheckoutCart } from './cart-for-checkout.ts';
export type { CartReply } from './get-cart.ts';
export type { CartOwner, CookieChange, StockActor } from './owner.ts';
export type { Lacking, ReservationLine } from './reserve.repository.ts';
export type { ReserveInput } from './reserve-stock.ts';
export type { StatedStock, StockUpsert } from './stock.repository.ts';

export interface CartOptions {
  db: Database;
  variants: VariantReader;
  currency: Currency;
  /** Of guesses at coupon codes; without it they are not limited. */
  limiter?: RateLimiter | null;
  clock?: Clock;
  /** Whether prices hold the tax of the shop's own country already; null: not known. Must not fail. */
  taxIncluded?: () => Promise<boolean | null>;
  /** What links that restore a cart are proved with. All processes of a shop need the same; a fresh one by default. */
  linkSecret?: string;
  /** Where carts are kept, when not in this database. */
  carts?: (needs: { offers: CartOffers; limits: typeof cartLimits }) => CartStore;
}

/** Carts and inventory. */
export function createCart(options: CartOptions) {
  const { db, variants, currency, limiter = null, clock = systemClock, carts: kept } = options;
  const stock = createStockRepository(db);
  const putBacks = createPutBackRepository(db);
  const inDatabase = createCartRepository(db);
  const carts = kept ? kept({ offers: createOffersRepository(db), limits: cartLimits }) : inDatabase;
  const people = createPersonalDataRepository(db);
  const deps: Deps = {
    carts,
    closings: createClosingRepository(db),
    stock,
    adjust: createAdjustRepository(db),
    inventory: createInventoryRepository(db),
    alerts: createAlertRepository(db),
    bundles: createBundleRepository(db),
    locations: createLocationRepository(db),
    wishes: createWishlistRepository(db),
    promotions: createPromotionRepository(db),
    limiter,
    hint: new LinesHint(),
    variants,
    clock,
    currency,
  };
  const { forgetWaits, ...watches } = createWatches(db, {
    ...deps,
    linkSecret: options.linkSecret ?? randomBytes(32).toString('hex'),
  });
  const withTax = async (asked: Promise<CartReply>): Promise<CartReply> => {
    const [reply, taxIncluded] = await Promise.all([asked, options.taxIncluded?.() ?? null]);
    return taxIncluded === null ? reply : { ...reply, cart: { ...reply.cart, taxIncluded } };
  };
  return {
    ...watches,
    get: (owner: CartOwner, audience?: Partial<Audience>) => withTax(getCart(deps, owner, audience)),
    addItem: (owner: CartOwner, input: z.output<typeof addItemInput>) => withTax(addItem(deps, owner, input)),
    setQuantity: (owner: CartOwner, input: z.output<typeof setQuantityInput>) =>
      withTax(setQuantity(deps, owner, input)),
    /** `address` is the caller's, for the limit of guesses. */
    applyCoupon: (owner: CartOwner, input: z.output<typeof couponInput>, address = '') =>
      withTax(applyCoupon(deps, owner, input, address)),
    removeCoupon: (owner: CartOwner, input: z.output<typeof couponInput>) => withTax(removeCoupon(deps, owner, input)),
    promotions: (actor: StockActor, input: z.output<typeof promotionsInput>) => readPromotions(deps, actor, input),
    savePromotion: (actor: StockActor, input: z.output<typeof savePromotionInput>) => savePromotion(deps, actor, input),
    setPromotionStatus: (actor: StockActor, input: z.output<typeof setPromotionStatusInput>) =>
      setPromotionStatus(deps, actor, input),
    shopPromotions: () => readShopPromotions(deps),
    saveShopPromotion: (actor: ShopActor, input: z.output<typeof saveShopPromotionInput>) =>
      saveShopPromotion(deps, actor, input),
    setShopPromotionStatus: (actor: ShopActor, input: z.output<typeof setShopPromotionStatusInput>) =>
      setShopPromotionStatus(deps, actor, input),
    /** Priced in the currency that is asked for, else the one that the shopper last looked at the cart in. */
    forCheckout: (which: { owner: CartOwner } | { cartId: string }, audience?: Partial<Audience>) =>
      cartForCheckout(deps, which, audience),
    /** The order is paid: the next look starts an empty cart. Repeating is harmless. */
    close: (...cartIds: string[]) => closeCarts(deps, cartIds),
    /** Closes the carts of paid orders that could not be reached when they were paid. Answers how many. */
    closeLeftOver: () => closeLeftOver(deps),
    /** Carts of users with something in them that changed last within this time, the oldest first. */
    idleCarts: (window: { from: Date; before: Date; limit: number }) => carts.idle(window),

    stock: (actor: StockActor, input: z.output<typeof sellerStockInput>) => readStock(deps, actor, input),
    setStock: (actor: StockActor, input: z.output<typeof setStockInput>) => setStock(deps, actor, input),
    stockLocations: (actor: StockActor, input: z.output<typeof stockLocationsInput>) =>
      readLocations(deps, actor, input),
    createLocation: (actor: StockActor, input: z.output<typeof createLocationInput>) =>
      createLocation(deps, actor, input),
    updateLocation: (actor: StockActor, input: z.output<typeof updateLocationInput>) =>
      updateLocation(deps, actor, input),
    inventory: (actor: StockActor, input: z.output<typeof inventoryInput>) => readInventory(deps, actor, input),
    adjustStock: (actor: StockActor, input: z.output<typeof adjustStockInput>) => adjustStock(deps, actor, input),
    transferStock: (actor: StockActor, input: z.output<typeof transferStockInput>) => transferStock(deps, actor, input),
    stockMovements: (actor: StockActor, input: z.output<typeof stockMovementsInput>) =>
      readMovements(deps, actor, input),
    stockSettings: (actor: StockActor, input: z.output<typeof stockSettingsInput>) =>
      readStockSettings(deps, actor, input),
    setStockSettings: (actor: StockActor, input: z.output<typeof setStockSettingsInput>) =>
      setStockSettings(deps, actor, input),
    setStockRule: (actor: StockActor, input: z.output<typeof setStockRuleInput>) => setStockRule(deps, actor, input),
    setBundle: (actor: StockActor, input: z.output<typeof setBundleInput>) => setBundle(deps, actor, input),
    /** Tells of stock that went low since the last look, each variant once until there is enough again. Answers how many. */
    watchStock: () => deps.alerts.watch(clock.now()),
    upsertStock: (rows: readonly StockUpsert[]) => upsertStock(deps, rows),
    /**
     * Makes each variant have as many that can be sold, over all locations, as a file states; what is reserved stays
     * reserved. Once per id of the count. Answers how many variants changed.
     */
    countAvailable: (countId: string, rows: readonly StatedStock[]) => stock.countAvailable(countId, rows, clock.now()),

    wishlist: (userId: string, input: z.output<typeof wishlistInput>) => readWishlist(deps, userId, input),
    wished: (userId: string, input: z.output<typeof wishedInput>) => readWished(deps, userId, input),
    addWish: (userId: string, input: z.output<typeof addWishInput>) => addWish(deps, userId, input),
    removeWish: (userId: string, input: z.output<typeof removeWishInput>) => removeWish(deps, userId, input),
    moveWishToCart: (owner: CartOwner & { userId: string }, input: z.output<typeof moveWishInput>) =>
      withTax(moveWishToCart(deps, owner, input)),
    /** Deletes what was taken off a wishlist too long ago to be put back. Answers how many. */
    tidyWishlists: () => tidyWishlists(deps),

    /** A person's carts, for their data export. */
    cartsOfPerson: (userId: string) => cartsOfPerson(deps, inDatabase, userId),
    /** What is on a person's wishlist, newest first, for their data export. */
    wishlistOfPerson: (userId: string) => people.wishlistOf(userId),
    /** What a person used promotions with a limit per customer for (of others nobody is noted), newest first, for their data export; minor units. `email` is theirs for certain. */
    promotionsOfPerson: (userId: string, email: string) => promotionsOfPerson(people, userId, email),
    /**
     * Removes a person's carts and wishlist, and who they are from their uses of promotions: those count on without them.
     * `email` is theirs for certain. Answers how many carts; repeating is harmless.
     */
    forgetPerson: async (userId: string, email: string) => {
      await forgetWaits(userId);
      return forgetPerson(deps, { inDatabase, people }, userId, email);
    },

    reserve: (input: ReserveInput) => reserveStock(deps, input),
    /** Takes the reserved units for good. `lacking` when the reservation had run out and the units were sold since. */
    commit: async (checkoutId: string) => {
      const [reply] = await stock.commit([checkoutId], clock.now());
      if (!reply) throw new Error(`No reply for the checkout ${checkoutId}`);
      return reply;
    },
    /** `commit` for several checkouts in one transaction; one reply each, in their order. */
    commitMany: (checkoutIds: readonly string[]) => stock.commit(checkoutIds, clock.now()),
    /**
     * Sold units come back into the stock, each line once by its key. `waiting`: their sale is not written yet, ask again;
     * `never_taken`: their reservation had ended, nothing is put back.
     */
    putBack: (input: PutBackInput) => putBacks.putBack(input, clock.now()),
    /** Gives a checkout's units back; harmless when there are none. */
    release: (checkoutId: string) => stock.release([checkoutId], { dueBy: null, now: clock.now() }),
    /** Checkouts whose reservation has run out, oldest first. */
    dueCheckouts: (limit = 200) => stock.due(clock.now(), limit),
    /** Which of these checkouts hold units whose time is over. */
    dueOf: (checkoutIds: readonly string[]) => stock.dueOf(checkoutIds, clock.now()),
    /** Gives back what has run out; a reservation extended meanwhile stays. */
    expire: (checkoutIds: readonly string[]) => stock.release(checkoutIds, { dueBy: clock.now(), now: clock.now() }),
  };
}
export type CartFacade = ReturnType<typeof createCart>;
