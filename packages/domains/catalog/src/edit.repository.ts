import { type Database, type SqlTransaction, statement, withSqlTransaction } from '@mallhive/db';
import { publishChanges } from './change.repository.ts';
import { readSellerProduct, type SellerProductRow } from './seller-products.repository.ts';

const lock = statement(
  'catalog.lock-product',
  `select p.version, coalesce((select json_agg(v.id) from catalog.variants v where v.product_id = p.id), '[]') as variants
   from catalog.products p where p.id = $1 and p.seller_id = $2 for update of p`,
);
const save = statement(
  'catalog.save-product',
  `update catalog.products set title = coalesce($2, title), description = coalesce($3, description), status = coalesce($4, status),
     version = version + 1, updated_at = $5 where id = $1`,
);
/** A scheduled sale that would no longer be below the price does not show. */
const savePrices = statement(
  'catalog.save-prices',
  `insert into catalog.prices as r (variant_id, currency, amount, compare_at)
   select x."variantId", $1, x.amount, x."compareAt" from jsonb_to_recordset($2::jsonb) as x ("variantId" uuid, amount int, "compareAt" int)
   on conflict (variant_id, currency) do update set amount = excluded.amount, compare_at = excluded.compare_at, converted = false,
     sale_amount = case when r.sale_amount < excluded.amount then r.sale_amount end`,
);

export interface ProductEdit {
  productId: string;
  title?: string | undefined;
  description?: string | undefined;
  status?: string | undefined;
  prices?: { variantId: string; amount: number; compareAt: number | null }[] | undefined;
}

export interface LockedProduct {
  version: number;
  variants: string[];
}

export interface ProductEditor {
  /** The stored version and variants, locked until the end; null when the seller has no such product. */
  lock(productId: string, sellerId: string): Promise<LockedProduct | null>;
  /** Stores the edit, makes the card anew and tells of it. */
  save(edit: ProductEdit): Promise<SellerProductRow>;
}

/** Runs `work` in one transaction. */
export function editProduct<Value>(
  db: Database,
  currency: string,
  at: Date,
  work: (editor: ProductEditor) => Promise<Value>,
): Promise<Value> {
  return withSqlTransaction(db, (tx: SqlTransaction) =>
    work({
      lock: (productId, sellerId) => tx.sql.maybe<LockedProduct>(lock, [productId, sellerId]),
      save: async (edit) => {
        const { productId, title = null, description = null, status = null, prices = [] } = edit;
        await tx.sql.execute(save, [productId, title, description, status, at]);
        if (prices.length > 0) await tx.sql.execute(savePrices, [currency, JSON.stringify(prices)]);
        await publishChanges(tx, {
          productIds: [productId],
          at,
          sellersToo: status !== null,
          pricesToo: prices.length > 0,
        });
        return readSellerProduct(tx, currency, at, productId);
      },
    }),
  );
}
