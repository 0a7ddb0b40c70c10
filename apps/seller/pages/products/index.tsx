import { useApi } from '@mallhive/api-client';
import { EmptyState, LinkButton, LoadMore, PackageIcon, PlusIcon } from '@mallhive/ui';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { Dashboard } from '../../components/Dashboard.tsx';
import { FilterTabs } from '../../components/FilterTabs.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { BulkActions, BulkDialogs } from '../../components/products/BulkActions.tsx';
import type { BulkKind } from '../../components/products/BulkDialog.tsx';
import { ProductFilters, productFilterNames, productQuery } from '../../components/products/ProductFilters.tsx';
import { ProductTable } from '../../components/products/ProductTable.tsx';
import { useBulk } from '../../components/products/use-bulk.ts';
import { DataTableSkeleton } from '../../components/table/DataTable.tsx';
import { useFilters } from '../../components/table/use-filters.ts';
import { useSelection } from '../../components/table/use-selection.ts';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { productMessages } from '../../messages/products.ts';

const text = productMessages.list;
const statuses = ['all', 'published', 'draft', 'archived'] as const;

function AddButton() {
  return (
    <LinkButton as={Link} href="/products/new" variant="accent">
      <PlusIcon />
      {text.add}
    </LinkButton>
  );
}

function ProductsContent() {
  const api = useApi();
  const { sellerId, role } = useOrganisation();
  const filters = useFilters(productFilterNames);
  const { values, scope } = filters;
  const selection = useSelection(scope);
  const bulk = useBulk(sellerId, selection.clear);
  const [kind, setKind] = useState<BulkKind | null>(null);
  const query = productQuery(values);
  const products = useInfiniteQuery(
    api.catalog.sellerProducts.infiniteQueryOptions(
      { sellerId, ...query, limit: 50 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  );
  const mayEdit = role !== 'fulfilment';
  const first = products.data?.pages[0];
  const { status: _, ...kept } = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  const narrowed = filters.active > (values.sort ? 1 : 0);
  const rows = products.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead title={text.title} actions={mayEdit ? <AddButton /> : null} />
      <ProductFilters filters={filters} />
      <FilterTabs
        label={text.show}
        path="/products"
        selected={query.status ?? 'all'}
        keep={kept}
        filters={statuses.map((id) => ({ id, label: text.statuses[id], count: first?.counts[id] }))}
      />
      <div className={`mt-5 ${products.isPlaceholderData ? 'opacity-60' : ''}`} aria-busy={products.isFetching}>
        <Loaded query={products} skeleton={<DataTableSkeleton />}>
          {() =>
            rows.length === 0 ? (
              <EmptyState
                icon={<PackageIcon />}
                title={narrowed ? text.emptyFiltered : text.empty}
                actions={!narrowed && mayEdit ? <AddButton /> : null}
              >
                {narrowed ? text.emptyFilteredText : text.emptyText}
              </EmptyState>
            ) : (
              <>
                {narrowed && first ? (
                  <p className="mb-2 text-sm text-ink-soft" role="status">
                    {text.matching(first.matching.count, first.matching.more)}
                  </p>
                ) : null}
                <ProductTable
                  products={rows}
                  selection={mayEdit ? selection : undefined}
                  actions={<BulkActions selection={selection} bulk={bulk} onKind={setKind} />}
                />
                {products.hasNextPage ? (
                  <LoadMore
                    className="mt-5"
                    shown={rows.length}
                    total={first && !first.matching.more ? first.matching.count : undefined}
                    hasMore
                    busy={products.isFetchingNextPage}
                    onLoadMore={() => void products.fetchNextPage()}
                  />
                ) : null}
              </>
            )
          }
        </Loaded>
      </div>
      <BulkDialogs
        bulk={bulk}
        products={rows}
        currency={rows[0]?.price.current.currency ?? 'GBP'}
        kind={kind}
        ids={selection.ids}
        onClose={() => setKind(null)}
      />
    </>
  );
}

export default function ProductsPage(props: SellerPageProps) {
  return (
    <Dashboard {...props} title={text.title}>
      <ProductsContent />
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;
