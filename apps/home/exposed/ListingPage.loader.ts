import type { Loader, LoaderContext, LoaderResult } from '@mallhive/federation';
import { placeOf, rootsOf } from '../logic/category-tree.ts';
import { breadcrumbJsonLd, itemListJsonLd } from '../logic/json-ld.ts';
import { listingRequest } from '../logic/listing-request.ts';
import { emptyState, listingSearch, parseListing } from '../logic/listing-state.ts';
import { searchOf } from '../logic/query.ts';
import { messages } from '../messages.ts';
import type { Category } from '../types.ts';
import type { ListingPageProps } from './ListingPage.tsx';

const texts = messages.listing;
type Result = Promise<LoaderResult<ListingPageProps>>;

/**
 * `params.path` is a category's path; without it `params.kind` is `sale` or `search`. Pages that everybody gets carry no
 * query: their filters run in the browser.
 */
export const loader: Loader<ListingPageProps> = (context) => {
  if (context.params.path) return categoryPage(context, context.params.path);
  const search = context.params.kind ? context.params.kind === 'search' : 'q' in context.query;
  return search ? searchPage(context) : salePage(context);
};

const link = ({ id, name, path }: Category) => ({ id, name, path });

async function categoryPage({ api }: LoaderContext, path: string): Result {
  const scope = { kind: 'category', path } as const;
  const [{ categories }, answer] = await Promise.all([
    api.catalog.categories.query(),
    api.search.products.query(listingRequest(scope, emptyState)),
  ]);
  const place = placeOf(categories, path);
  if (!place) return { notFound: true };
  const { category, ancestors, children } = place;
  const crumbs = [...ancestors, category].map(({ name, path: at }) => ({ name, path: `/c/${at}` }));
  return {
    props: {
      scope,
      heading: category.name,
      lead: category.description,
      trail: ancestors.map(link),
      branches: children.map(link),
      start: { state: emptyState, answer },
    },
    head: {
      title: texts.title(category.name),
      description: category.description || texts.categoryDescription(category.name, answer.total),
      canonicalPath: `/c/${path}`,
      image: category.image?.url,
      jsonLd: [breadcrumbJsonLd(crumbs), itemListJsonLd(category.name, answer.items)],
    },
    revalidateSeconds: 300,
  };
}

async function salePage({ api }: LoaderContext): Result {
  const scope = { kind: 'sale' } as const;
  const [{ categories }, answer] = await Promise.all([
    api.catalog.categories.query(),
    api.search.products.query(listingRequest(scope, emptyState)),
  ]);
  return {
    props: {
      scope,
      heading: texts.sale,
      lead: texts.saleLead,
      trail: [],
      branches: rootsOf(categories).map(link),
      start: { state: emptyState, answer },
    },
    head: {
      title: texts.title(texts.sale),
      description: texts.saleDescription,
      canonicalPath: '/sale',
      jsonLd: itemListJsonLd(texts.sale, answer.items),
    },
    revalidateSeconds: 300,
  };
}

async function searchPage({ api, query }: LoaderContext): Result {
  const scope = { kind: 'search' } as const;
  const state = parseListing(searchOf(query));
  const [{ categories }, answer] = await Promise.all([
    api.catalog.categories.query(),
    api.search.products.query(listingRequest(scope, state)),
  ]);
  const heading = state.query ? texts.searchFor(state.query) : texts.everything;
  return {
    props: {
      scope,
      heading,
      lead: '',
      trail: [],
      branches: answer.total === 0 || !state.query ? rootsOf(categories).map(link) : [],
      start: { state, answer },
    },
    head: {
      title: texts.title(heading),
      description: texts.searchDescription,
      canonicalPath: `/search${listingSearch(state)}`,
      // Endless combinations of words: not for search engines.
      noIndex: true,
    },
  };
}
