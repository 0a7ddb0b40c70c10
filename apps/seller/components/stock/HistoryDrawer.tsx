import { useApi } from '@mallhive/api-client';
import { Drawer, LoadMore } from '@mallhive/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { momentLabel } from '../../logic/figures.ts';
import { stockMessages as text } from '../../messages/stock.ts';
import type { InventoryRow } from '../../types.ts';
import { Loaded } from '../Loaded.tsx';
import { useOrganisation } from '../organisation.tsx';
import { stockName } from './ProductName.tsx';

const signed = new Intl.NumberFormat('en-GB', { signDisplay: 'always' });

export function HistoryDrawer({ row, onClose }: { row: InventoryRow; onClose: () => void }) {
  const api = useApi();
  const { sellerId } = useOrganisation();
  const history = useInfiniteQuery(
    api.cart.stockMovements.infiniteQueryOptions(
      { sellerId, variantId: row.variantId, limit: 30 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  return (
    <Drawer open onClose={onClose} title={text.historyTitle(stockName(row))}>
      <Loaded query={history}>
        {({ pages }) => {
          const movements = pages.flatMap((page) => page.movements);
          if (movements.length === 0) return <p className="text-ink-soft">{text.historyEmpty}</p>;
          return (
            <>
              <ol className="divide-y divide-line">
                {movements.map((movement) => (
                  <li key={movement.id} className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 py-3">
                    <span
                      className={`text-lg font-semibold tabular-nums ${movement.delta > 0 ? 'text-positive' : 'text-danger'}`}
                    >
                      {signed.format(movement.delta)}
                    </span>
                    <span>
                      <span className="font-medium">{text.reasons[movement.reason] ?? movement.reason}</span>
                      <span className="block text-sm text-ink-soft">
                        {movement.locationName}, {momentLabel(movement.at)},{' '}
                        {movement.byPerson ? text.byPerson : text.byShop}
                      </span>
                      {movement.note ? <span className="block text-sm">{movement.note}</span> : null}
                    </span>
                  </li>
                ))}
              </ol>
              {history.hasNextPage ? (
                <LoadMore
                  shown={movements.length}
                  hasMore
                  busy={history.isFetchingNextPage}
                  onLoadMore={() => void history.fetchNextPage()}
                />
              ) : null}
            </>
          );
        }}
      </Loaded>
    </Drawer>
  );
}
