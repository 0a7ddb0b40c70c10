import { tell } from '@mallhive/federation/tell';
import { Button, cx, Drawer, ErrorState, FilterIcon, LoadMore, Notice, SelectField, useI18n } from '@mallhive/ui';
import { useEffect, useState } from 'react';
import { tellClick } from '../logic/click-beacon.ts';
import { defaultSort, type ListingScope, sortsFor } from '../logic/listing-request.ts';
import { choiceCount, cleared, sorts } from '../logic/listing-state.ts';
import { useTexts } from '../texts.ts';
import { ChosenFilters } from './ChosenFilters.tsx';
import { FacetPanel } from './FacetPanel.tsx';
import { NothingFound } from './NothingFound.tsx';
import { ProductGrid, ProductGridSkeleton } from './ProductGrid.tsx';
import { SearchHelp } from './SearchHelp.tsx';
import { type ListingStart, useListing } from './use-listing.ts';

/** A category page leads on to its own branches; choosing another category inside it would find nothing. */
const hiddenFacets: Record<ListingScope['kind'], string[]> = {
  category: ['category'],
  seller: ['seller'],
  sale: [],
  search: [],
};

/** Filters, sort, products and what comes when there are none. */
export function Listing({ scope, start }: { scope: ListingScope; start: ListingStart }) {
  const texts = useTexts().listing;
  const { say, currency } = useI18n();
  const { state, setState, answer } = useListing(scope, start);
  const [filtersOpen, setFiltersOpen] = useState(false);
  const pages = answer.data?.pages ?? [];
  const first = pages[0];
  const items = pages.flatMap((page) => page.items);
  const total = first?.total ?? 0;
  const stale = answer.isPlaceholderData;
  const searched = scope.kind === 'search' && first && !stale ? state.query : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: other filters are the same search
  useEffect(() => {
    if (searched) tell({ type: 'search', query: searched, results: total });
  }, [searched]);
  const clear = () => setState(cleared(state));
  const chosen = choiceCount(state);
  // Without anything to narrow there is nothing to show filters for.
  const filterable = total > 0 || chosen > 0;

  const panel = (
    <FacetPanel
      state={state}
      onChange={setState}
      facets={first?.facets ?? []}
      priceRange={first?.priceRange ?? null}
      currency={currency}
      hidden={hiddenFacets[scope.kind]}
      saleOnly={scope.kind === 'sale'}
    />
  );

  return (
    <div className={cx('grid grid-cols-1 gap-8', filterable && 'lg:grid-cols-[15.5rem_minmax(0,1fr)] lg:gap-12')}>
      {filterable ? (
        <aside aria-label={texts.filters} className="hidden lg:block">
          <div className="sticky top-24 max-h-[calc(100dvh-7rem)] overflow-y-auto pe-2 pb-6 [scrollbar-width:thin]">
            {panel}
          </div>
        </aside>
      ) : null}
      <div className="min-w-0">
        <h2 className="sr-only">{texts.results}</h2>
        {first && scope.kind === 'search' ? <SearchHelp typed={state.query} answer={first} /> : null}
        {filterable ? (
          <div className="mb-6 flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
            <p aria-live="polite" className="font-medium">
              {say(texts.resultCount, { count: total })}
            </p>
            <div className="flex w-full items-center gap-3 sm:w-auto">
              <Button variant="secondary" className="lg:hidden!" onClick={() => setFiltersOpen(true)}>
                <FilterIcon />
                {say(texts.filterCount, { count: chosen })}
              </Button>
              <SelectField
                label={texts.sort}
                hideLabel
                className="flex-1 sm:w-56 sm:flex-none"
                value={state.sort ?? defaultSort(scope)}
                options={sortsFor(scope).map((sort) => ({ value: sort, label: texts.sorts[sort] }))}
                onChange={(event) => {
                  const sort = sorts.find((known) => known === event.target.value) ?? null;
                  setState({ ...state, sort: sort === defaultSort(scope) ? null : sort });
                }}
              />
            </div>
          </div>
        ) : (
          <p aria-live="polite" className="sr-only">
            {first ? say(texts.resultCount, { count: total }) : null}
          </p>
        )}
        <ChosenFilters
          state={state}
          facets={first?.facets ?? []}
          currency={currency}
          onChange={setState}
          onClear={clear}
        />
        {answer.isError && items.length === 0 ? (
          <ErrorState title={texts.failedTitle} onRetry={() => void answer.refetch()} retrying={answer.isFetching}>
            {texts.failedText}
          </ErrorState>
        ) : answer.isPending ? (
          <ProductGridSkeleton narrow={filterable} />
        ) : items.length === 0 ? (
          <NothingFound scope={scope} state={state} categories={first?.popularCategories ?? []} onClear={clear} />
        ) : (
          <>
            <ProductGrid
              items={items}
              narrow={filterable}
              eager={4}
              stale={stale}
              onOpen={
                scope.kind === 'search' && state.query ? (id, place) => tellClick(state.query, id, place) : undefined
              }
            />
            {answer.isFetchNextPageError ? (
              <Notice tone="danger" role="alert" className="mt-8">
                {texts.failedText}
              </Notice>
            ) : null}
            <LoadMore
              className="mt-10"
              shown={items.length}
              total={total}
              hasMore={answer.hasNextPage}
              busy={answer.isFetchingNextPage}
              onLoadMore={() => void answer.fetchNextPage()}
            />
          </>
        )}
      </div>
      <Drawer
        open={filtersOpen}
        onClose={() => setFiltersOpen(false)}
        title={texts.filters}
        side="left"
        footer={
          <>
            {chosen > 0 ? (
              <Button variant="quiet" onClick={clear}>
                {texts.clear}
              </Button>
            ) : null}
            <Button variant="accent" className="flex-1" busy={stale} onClick={() => setFiltersOpen(false)}>
              {say(texts.showResults, { count: total })}
            </Button>
          </>
        }
      >
        {panel}
      </Drawer>
    </div>
  );
}
