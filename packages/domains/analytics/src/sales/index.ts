import { newId } from '@mallhive/kernel';
import type { z } from 'zod';
import { type Actor, assertMember } from '../actor.ts';
import type {
  sellerLiveInput,
  sellerPeriodInput,
  shopLiveInput,
  shopPeriodInput,
  shopSellersInput,
} from '../dashboards/contract.ts';
import { readLive } from '../dashboards/read-live.ts';
import { readProductSales } from '../dashboards/read-products.ts';
import { readSales } from '../dashboards/read-sales.ts';
import { readSellerSales } from '../dashboards/read-sellers.ts';
import { readShoppers } from '../dashboards/read-shoppers.ts';
import { wholeShop } from '../dashboards/sales.repository.ts';
import type { Database } from '../database.repository.ts';
import type { AnalyticsPorts } from '../ports.ts';
import { recordSales, shopperOf } from '../record-sales.ts';
import { addRefunds, forgetShopper, type PartRow, type RefundRow, type SaleRow } from '../sale.repository.ts';
import { rollUpSales } from './roll-up-sales.ts';

type SellerPeriod = z.output<typeof sellerPeriodInput>;
type ShopPeriod = z.output<typeof shopPeriodInput>;

/** What was sold, and the figures made of it. Part of the facade of analytics. */
export function createSales(db: Database, ports: AnalyticsPorts) {
  const own = (actor: Actor, sellerId: string): string => {
    assertMember(actor, sellerId);
    return sellerId;
  };
  return {
    /** All lines of an order in one call, and what is known of its sellers' parts besides. Repeating adds nothing. */
    recordSales: (rows: readonly SaleRow[], parts: readonly PartRow[] = []) => recordSales(db, ports, rows, parts),
    /** What went back, by the ledger's references; repeating adds nothing. It counts as soon as its sale does. */
    recordRefunds: async (rows: readonly RefundRow[]) => ({ recorded: await addRefunds(db, rows) }),
    /** Brings the dashboards up to what was recorded. Any number of calls at once do no harm. */
    rollUpSales: () => rollUpSales(db),
    /** By the address: nobody can say any more whose purchases these were. What was counted stays; repeating is harmless. */
    forgetShopper: (email: string) => forgetShopper(db, shopperOf(email), newId()),
    sellerSales: (actor: Actor, input: SellerPeriod) => readSales(db, ports, own(actor, input.sellerId), input),
    shopSales: (input: ShopPeriod) => readSales(db, ports, input.sellerId ?? wholeShop, input),
    sellerProductSales: (actor: Actor, input: SellerPeriod) =>
      readProductSales(db, ports, own(actor, input.sellerId), input),
    shopProductSales: (input: ShopPeriod) => readProductSales(db, ports, input.sellerId ?? wholeShop, input),
    sellerShoppers: (actor: Actor, input: SellerPeriod) => readShoppers(db, ports, own(actor, input.sellerId), input),
    shopShoppers: (input: ShopPeriod) => readShoppers(db, ports, input.sellerId ?? wholeShop, input),
    shopSellers: (input: z.output<typeof shopSellersInput>) => readSellerSales(db, ports, input),
    sellerLive: (actor: Actor, input: z.output<typeof sellerLiveInput>) =>
      readLive(db, ports, own(actor, input.sellerId), input.timeZone),
    shopLive: (input: z.output<typeof shopLiveInput>) => readLive(db, ports, wholeShop, input.timeZone),
  };
}
