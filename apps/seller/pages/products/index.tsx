import { useApi } from '@mallhive/api-client';
import { Badge, EmptyState, LoadMore, PackageIcon, Picture, Price, TextField } from '@mallhive/ui';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { useEffect, useState } from 'react';
import { Dashboard } from '../../components/Dashboard.tsx';
import { FilterTabs } from '../../components/FilterTabs.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { ProductStatusBadge } from '../../components/product-status-badge.tsx';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { messages } from '../../messages.ts';
import type { ProductFilter, ProductRow } from '../../types.ts';

const text = messages.products;
const filters: readonly ProductFilter[] = ['all', 'published', 'draft', 'archived'];
const typingMs = 250;

function Products({ products, search }: { products: ProductRow[]; search: string }) {
  if (products.length === 0) {
    return (
      <EmptyState icon={<PackageIcon />} title={text.empty}>
        {search ? text.emptySearch(search) : text.emptyText}
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-line rounded-tile border border-line bg-surface">
      {products.map((product) => (
        <li
          key={product.id}
          className="relative grid grid-cols-[3.5rem_minmax(0,1fr)_auto] items-center gap-x-4 px-4 py-3 hover:bg-sunken/50 md:grid-cols-[3.5rem_minmax(0,1fr)_8rem_7rem_7rem] md:px-5"
        >
          <Picture image={product.image} alt="" sizes="3.5rem" ratio={1} rounded className="w-14 max-md:row-span-2" />
          <div className="min-w-0">
            <Link
              href={`/products/${product.id}`}
              className="block truncate font-semibold after:absolute after:inset-0 hover:underline"
            >
              {product.title}
            </Link>
            <span className="text-sm text-ink-soft">{text.variants(product.variantCount)}</span>
          </div>
          <span className="justify-self-end">
            <Price
              current={product.price.current}
              compareAt={product.price.compareAt}
              from={product.variantCount > 1}
            />
          </span>
          <span className="text-sm text-ink-soft tabular-nums max-md:col-start-2 md:justify-self-end">
            {product.availableQuantity > 0 ? (
              `${text.stock} ${product.availableQuantity.toLocaleString('en-GB')}`
            ) : (
              <Badge tone="danger">{text.soldOut}</Badge>
            )}
          </span>
          <span className="justify-self-end">
            <ProductStatusBadge status={product.status} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function ProductsContent() {
  const api = useApi();
  const { sellerId } = useOrganisation();
  const router = useRouter();
  const status = filters.find((filter) => filter === router.query.status) ?? 'all';
  const search = typeof router.query.q === 'string' ? router.query.q.slice(0, 100) : '';
  const [typed, setTyped] = useState(search);
  useEffect(() => {
    if (typed.trim() === search) return;
    const timer = setTimeout(() => {
      const query = { ...(typed.trim() && { q: typed.trim() }), ...(status !== 'all' && { status }) };
      void router.replace({ pathname: '/products', query }, undefined, { shallow: true });
    }, typingMs);
    return () => clearTimeout(timer);
  }, [typed, search, status, router]);
  const products = useInfiniteQuery(
    api.catalog.sellerProducts.infiniteQueryOptions(
      { sellerId, query: search, status, limit: 50 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  );
  const counts = products.data?.pages[0]?.counts;
  return (
    <>
      <h1 className="mb-4 text-3xl sm:text-4xl">{text.title}</h1>
      <search className="mb-4 block max-w-md">
        <TextField
          label={text.search}
          hideLabel
          placeholder={text.search}
          type="search"
          name="q"
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </search>
      <FilterTabs
        label={text.filters}
        path="/products"
        selected={status}
        keep={search ? { q: search } : {}}
        filters={filters.map((id) => ({ id, label: text[id], count: counts?.[id] }))}
      />
      <div className={`mt-5 ${products.isPlaceholderData ? 'opacity-60' : ''}`} aria-busy={products.isFetching}>
        <Loaded query={products}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.items);
            return (
              <>
                <Products products={rows} search={search} />
                {products.hasNextPage ? (
                  <LoadMore
                    className="mt-5"
                    shown={rows.length}
                    total={counts?.[status]}
                    hasMore
                    busy={products.isFetchingNextPage}
                    onLoadMore={() => void products.fetchNextPage()}
                  />
                ) : null}
              </>
            );
          }}
        </Loaded>
      </div>
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
