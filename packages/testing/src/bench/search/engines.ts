import { createOpenSearchIndex } from '@mallhive/adapter-opensearch';
import { createDatabase, type Database } from '@mallhive/db';
import { startDisposablePostgres } from '@mallhive/db/disposable';
import { migrate } from '@mallhive/db/migrate';
import { createSearch, type Search } from '@mallhive/search';
import type { SearchableProduct } from '@mallhive/search/ports';
import { fakeProductSource } from '@mallhive/search/testing';
import { type OpenSearchServer, startOpenSearch } from '../../servers/opensearch.ts';

export interface Engines {
  db: Database;
  node: OpenSearchServer;
  postgres: Search;
  openSearch: Search;
  stop(): Promise<void>;
}

/** Both engines filled with the same products, each on a server of its own. */
export async function startEngines(products: readonly SearchableProduct[]): Promise<Engines> {
  const [server, node] = await Promise.all([startDisposablePostgres(), startOpenSearch()]);
  await migrate({ url: server.url });
  const db = createDatabase({ url: server.url, statementTimeoutMs: 0 });
  const { source } = fakeProductSource(products);
  const postgres = createSearch({ db, source });
  const openSearch = createSearch({
    db,
    source,
    index: createOpenSearchIndex({ url: node.url, searchTimeoutMs: 10_000 }),
  });
  await openSearch.rebuild();
  await openSearch.connect();
  await db.pool.query('analyze');
  return {
    db,
    node,
    postgres,
    openSearch,
    stop: async () => {
      await postgres.close();
      await openSearch.close();
      await db.close();
      await server.stop();
      await node.stop();
    },
  };
}
