import { useApi } from '@mallhive/api-client';
import { AlertIcon, Badge, Button, EmptyState, LoadMore, PackageIcon, PinIcon, SelectField } from '@mallhive/ui';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dashboard } from '../../components/Dashboard.tsx';
import { FilterTabs } from '../../components/FilterTabs.tsx';
import { Menu, menuItem } from '../../components/frame/Menu.tsx';
import { MoreIcon } from '../../components/icons.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { AdjustDialog } from '../../components/stock/AdjustDialog.tsx';
import { AlertSettings } from '../../components/stock/AlertSettings.tsx';
import { BundleDialog } from '../../components/stock/BundleDialog.tsx';
import { HistoryDrawer } from '../../components/stock/HistoryDrawer.tsx';
import { LocationsDrawer } from '../../components/stock/LocationsDrawer.tsx';
import { ProductName, stockName } from '../../components/stock/ProductName.tsx';
import { RuleDialog } from '../../components/stock/RuleDialog.tsx';
import { TransferDialog } from '../../components/stock/TransferDialog.tsx';
import { DataTable, DataTableSkeleton } from '../../components/table/DataTable.tsx';
import { SearchBox } from '../../components/table/SearchBox.tsx';
import { useFilters } from '../../components/table/use-filters.ts';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { stockMessages as text } from '../../messages/stock.ts';
import type { InventoryRow } from '../../types.ts';

const filterNames = ['q', 'state', 'location'] as const;
const states = ['all', 'low', 'out', 'in'] as const;
type Open =
  | { kind: 'adjust' | 'transfer' | 'history' | 'rule' | 'bundle'; row: InventoryRow }
  | { kind: 'locations' | 'alerts' }
  | null;

function Available({ row }: { row: InventoryRow }) {
  const { left, waiting } = row.backorder;
  if (row.available <= 0) {
    return (
      <span className="inline-flex flex-wrap justify-end gap-1">
        {waiting > 0 ? <Badge tone="caution">{text.backorder.waiting(waiting)}</Badge> : null}
        {left > 0 ? (
          <Badge tone="accent">{text.backorder.left(left)}</Badge>
        ) : (
          <Badge tone="danger">{text.states.out}</Badge>
        )}
      </span>
    );
  }
  return (
    <span className={`font-semibold ${row.available < row.lowBelow ? 'text-caution' : ''}`}>
      {row.available.toLocaleString('en-GB')}
    </span>
  );
}

function StockContent() {
  const api = useApi();
  const { sellerId, role } = useOrganisation();
  const { values, set, active } = useFilters(filterNames);
  const [open, setOpen] = useState<Open>(null);
  const state = states.find((candidate) => candidate === values.state) ?? 'all';
  const locations = useQuery(api.cart.stockLocations.queryOptions({ sellerId }));
  const known = locations.data?.locations ?? [];
  const locationId = known.find(({ id }) => id === values.location)?.id;
  // The cart knows no titles: the catalog says which products are meant.
  const found = useQuery(
    api.catalog.sellerProducts.queryOptions(
      { sellerId, query: values.q, limit: 100 },
      { enabled: values.q !== '', placeholderData: keepPreviousData },
    ),
  );
  const productIds = values.q ? found.data?.items.map(({ id }) => id) : undefined;
  const inventory = useInfiniteQuery(
    api.cart.inventory.infiniteQueryOptions(
      { sellerId, state, limit: 50, ...(locationId && { locationId }), ...(productIds && { productIds }) },
      {
        enabled: values.q === '' || productIds !== undefined,
        getNextPageParam: (page) => page.nextCursor ?? undefined,
        placeholderData: keepPreviousData,
      },
    ),
  );
  const counts = inventory.data?.pages[0]?.counts;
  const actions = (row: InventoryRow) => (
    <span className="relative z-10 flex items-center justify-end gap-1">
      {row.parts.length > 0 ? null : (
        <Button
          variant="secondary"
          size="small"
          aria-label={text.adjustOf(stockName(row))}
          onClick={() => setOpen({ kind: 'adjust', row })}
        >
          {text.adjust}
        </Button>
      )}
      <Menu
        label={text.more(stockName(row))}
        trigger={<MoreIcon />}
        triggerClassName="grid size-9 place-items-center rounded-full hover:bg-sunken"
      >
        <button type="button" role="menuitem" className={menuItem} onClick={() => setOpen({ kind: 'transfer', row })}>
          {text.transfer}
        </button>
        <button type="button" role="menuitem" className={menuItem} onClick={() => setOpen({ kind: 'history', row })}>
          {text.history}
        </button>
        {role === 'fulfilment' ? null : (
          <>
            <button type="button" role="menuitem" className={menuItem} onClick={() => setOpen({ kind: 'rule', row })}>
              {text.alerting.open}
            </button>
            <button type="button" role="menuitem" className={menuItem} onClick={() => setOpen({ kind: 'bundle', row })}>
              {text.bundle.open}
            </button>
          </>
        )}
      </Menu>
    </span>
  );
  const close = () => setOpen(null);
  return (
    <>
      <PageHead
        title={text.title}
        lead={text.lead}
        actions={
          <>
            <Button variant="secondary" onClick={() => setOpen({ kind: 'alerts' })}>
              <AlertIcon />
              {text.alerting.settings}
            </Button>
            <Button variant="secondary" onClick={() => setOpen({ kind: 'locations' })}>
              <PinIcon />
              {text.locations}
            </Button>
          </>
        }
      />
      <div className="mb-4 grid gap-3 sm:grid-cols-[minmax(0,24rem)_minmax(0,16rem)]">
        <SearchBox label={text.search} value={values.q} onSearch={(q) => set({ q })} />
        {known.length > 1 ? (
          <SelectField
            label={text.location}
            hideLabel
            value={locationId ?? ''}
            options={[
              { value: '', label: text.everywhere },
              ...known.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => set({ location: event.currentTarget.value })}
          />
        ) : null}
      </div>
      <FilterTabs
        label={text.show}
        path="/stock"
        name="state"
        selected={state}
        keep={{ ...(values.q && { q: values.q }), ...(values.location && { location: values.location }) }}
        filters={states.map((id) => ({ id, label: text.states[id], count: counts?.[id] }))}
      />
      <div className={`mt-5 ${inventory.isPlaceholderData ? 'opacity-60' : ''}`} aria-busy={inventory.isFetching}>
        <Loaded query={inventory} skeleton={<DataTableSkeleton />}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.items);
            if (rows.length === 0) {
              return (
                <EmptyState icon={<PackageIcon />} title={text.empty}>
                  {active > 0 ? text.emptyFiltered : text.emptyText}
                </EmptyState>
              );
            }
            return (
              <>
                <DataTable
                  caption={text.title}
                  rows={rows}
                  rowKey={(row) => row.variantId}
                  rowName={stockName}
                  columns={[
                    { key: 'product', label: text.columns.product, render: (row) => <ProductName row={row} /> },
                    { key: 'onHand', label: text.columns.onHand, align: 'end', render: (row) => row.onHand },
                    { key: 'reserved', label: text.columns.reserved, align: 'end', render: (row) => row.reserved },
                    {
                      key: 'available',
                      label: text.columns.available,
                      align: 'end',
                      render: (row) => <Available row={row} />,
                    },
                    {
                      key: 'actions',
                      label: <span className="mh-visually-hidden">{text.columns.actions}</span>,
                      align: 'end',
                      render: actions,
                    },
                  ]}
                  card={(row) => (
                    <div className="grid gap-2">
                      <ProductName row={row} />
                      <div className="flex items-center justify-between gap-2">
                        <span className="text-sm text-ink-soft">
                          <Available row={row} /> · {text.cardFigures(row.onHand, row.reserved)}
                        </span>
                        {actions(row)}
                      </div>
                    </div>
                  )}
                />
                {inventory.hasNextPage ? (
                  <LoadMore
                    className="mt-5"
                    shown={rows.length}
                    total={values.q ? undefined : counts?.[state]}
                    hasMore
                    busy={inventory.isFetchingNextPage}
                    onLoadMore={() => void inventory.fetchNextPage()}
                  />
                ) : null}
              </>
            );
          }}
        </Loaded>
      </div>
      {open?.kind === 'adjust' ? (
        <AdjustDialog row={open.row} locations={known} locationId={locationId ?? null} onClose={close} />
      ) : null}
      {open?.kind === 'transfer' ? <TransferDialog row={open.row} locations={known} onClose={close} /> : null}
      {open?.kind === 'history' ? <HistoryDrawer row={open.row} onClose={close} /> : null}
      {open?.kind === 'rule' ? <RuleDialog row={open.row} onClose={close} /> : null}
      {open?.kind === 'bundle' ? <BundleDialog row={open.row} onClose={close} /> : null}
      {open?.kind === 'alerts' ? <AlertSettings onClose={close} /> : null}
      {open?.kind === 'locations' ? <LocationsDrawer locations={known} onClose={close} /> : null}
    </>
  );
}

export default function StockPage(props: SellerPageProps) {
  return (
    <Dashboard {...props} title={text.title}>
      <StockContent />
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;
