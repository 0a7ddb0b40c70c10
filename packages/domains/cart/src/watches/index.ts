import type { z } from 'zod';
import type { Database } from '../cart.repository.ts';
import type { Deps } from '../deps.ts';
import type { CartOwner } from '../owner.ts';
import type { restoreCartInput, stopWaitingInput, waitForStockInput, waitsInput } from './contract.ts';
import type { WatchDeps } from './deps.ts';
import { createPriceRepository } from './price.repository.ts';
import { restoreCart, restoreToken } from './restore-cart.ts';
import { createWaitRepository } from './wait.repository.ts';
import { readWaits, stopWaiting, waitForStock } from './wait-for-stock.ts';
import { watchPrices } from './watch-prices.ts';

/** Who wants to hear when something is back or cheaper, and carts that are left. */
export function createWatches(db: Database, common: Deps & Pick<WatchDeps, 'linkSecret'>) {
  const deps: WatchDeps = { ...common, waits: createWaitRepository(db), prices: createPriceRepository(db) };
  const { waits, clock } = deps;
  return {
    waits: (userId: string, input: z.output<typeof waitsInput>) => readWaits(deps, userId, input),
    waitForStock: (userId: string, input: z.output<typeof waitForStockInput>) => waitForStock(deps, userId, input),
    stopWaiting: (userId: string, input: z.output<typeof stopWaitingInput>) => stopWaiting(deps, userId, input),
    /** Tells of what is back since the last look to those who waited, each once. Answers how many. */
    watchWaits: () => waits.watch(clock.now()),
    /** Which of these variants have units to sell now. */
    inStock: (variantIds: readonly string[]) => waits.inStock(variantIds),
    /** What a person waits for, for their data export. */
    waitsOfPerson: (userId: string) => waits.ofPerson(userId, null),
    forgetWaits: (userId: string) => waits.forget(userId),
    /** Prices of these products may have changed: tells of what became cheaper on wishlists, each drop once. Answers how many. */
    watchPrices: (productIds: readonly string[]) => watchPrices(deps, productIds),
    /** For the link of a message; it shows what is in this cart, for two weeks, and does nothing else. */
    restoreToken: (cartId: string) => restoreToken(deps, cartId),
    restore: (owner: CartOwner, input: z.output<typeof restoreCartInput>) => restoreCart(deps, owner, input),
  };
}
