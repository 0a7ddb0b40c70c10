import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAnalytics } from '@mallhive/analytics';
import { createCart } from '@mallhive/cart';
import { createCatalog } from '@mallhive/catalog';
import { createTestDatabase } from '@mallhive/db/testing';
import { createIdentity } from '@mallhive/identity';
import { testMasterKey } from '@mallhive/identity/testing';
import { createOrders } from '@mallhive/orders';
import { createPayments } from '@mallhive/payments';
import { createSearch } from '@mallhive/search';
import { createLocalMediaStore } from '../media/index.ts';

/** The real domains over a database and a media folder of their own; no server, no background work. */
export async function createTestShop() {
  const test = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'mallhive-media-'));
  const { db } = test;
  const currency = 'GBP' as const;
  const identity = createIdentity({ db, master: testMasterKey() });
  const catalog = createCatalog({ db, currency });
  const cart = createCart({ db, variants: catalog, currency });
  const search = createSearch({ db, source: catalog });
  const analytics = createAnalytics({ db, owners: catalog, currency });
  const payments = createPayments({
    db,
    providers: [],
    orders: { awaitsPayment: async () => false, paymentCaptured: async () => ({ outcome: 'completed' }) },
  });
  const orders = createOrders({ db, cart, payments, currency, accessTokenSecret: 'x'.repeat(64) });
  const count = async (table: string): Promise<number> =>
    Number((await db.pool.query(`select count(*) as count from ${table}`)).rows[0]?.count);
  return {
    db,
    folder,
    mediaStore: createLocalMediaStore(folder),
    facades: { identity, catalog, cart, search, analytics, orders },
    currency,
    count,
    close: async () => {
      await search.close();
      await test.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type TestShop = Awaited<ReturnType<typeof createTestShop>>;
