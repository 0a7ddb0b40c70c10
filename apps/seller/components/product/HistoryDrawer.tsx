import { useApi } from '@mallhive/api-client';
import { Drawer, LoadMore } from '@mallhive/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { momentLabel } from '../../logic/figures.ts';
import { productMessages } from '../../messages/products.ts';
import { Loaded } from '../Loaded.tsx';
import { useOrganisation } from '../organisation.tsx';

const text = productMessages.history;

/** Who changed what of one product. */
export function HistoryDrawer({ productId, onClose }: { productId: string; onClose: () => void }) {
  const api = useApi();
  const { sellerId } = useOrganisation();
  const history = useInfiniteQuery(
    api.catalog.productHistory.infiniteQueryOptions(
      { sellerId, productId, limit: 30 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, staleTime: 0 },
    ),
  );
  return (
    <Drawer open onClose={onClose} title={text.title}>
      <Loaded query={history}>
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.entries);
          if (entries.length === 0) return <p className="text-ink-soft">{text.empty}</p>;
          return (
            <>
              <ol className="divide-y divide-line">
                {entries.map((entry) => (
                  <li key={entry.id} className="py-3">
                    <p className="font-medium">{entry.actor.name || text.shop}</p>
                    <p className="text-sm text-ink-soft">{momentLabel(entry.at)}</p>
                    <p className="text-sm">
                      {text.changed(
                        Object.keys(entry.changes)
                          .map((field) => productMessages.parts[field] ?? field)
                          .join(', ') || entry.action,
                      )}
                    </p>
                  </li>
                ))}
              </ol>
              {history.hasNextPage ? (
                <LoadMore
                  shown={entries.length}
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
