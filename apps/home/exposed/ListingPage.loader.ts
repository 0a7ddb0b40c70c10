import type { Loader, LoaderContext, LoaderResult } from '@mallhive/federation';
import { localisedPath, speech } from '@mallhive/ui/texts';
import { placeOf, rootsOf } from '../logic/category-tree.ts';
import { breadcrumbJsonLd, itemListJsonLd } from '../logic/json-ld.ts';
import { listingRequest } from '../logic/listing-request.ts';
import { emptyState, listingSearch, parseListing } from '../logic/listing-state.ts';
import { searchOf } from '../logic/query.ts';
import { texts } from '../messages/index.ts';
import type { Category } from '../types.ts';
import type { ListingPageProps } from './ListingPage.tsx';

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

async function categoryPage({ api, locale, currency }: LoaderContext, path: string): Result {
  const text = texts(locale).head;
  const { say } = speech(locale);
  const scope = { kind: 'category', path } as const;
  const [{ categories }, answer] = await Promise.all([
    api.catalog.categories.query({ locale }),
    api.search.products.query({ ...listingRequest(scope, emptyState), locale, currency }),
  ]);
  const place = placeOf(categories, path);
  if (!place) {
    // A category that was renamed, moved or merged: links to it go on working.
    const { redirectTo } = await api.catalog.categoryRedirect.query({ path });
    if (!redirectTo) return { notFound: true };
    return { redirect: { destination: localisedPath(locale, `/c/${redirectTo}`), permanent: true } };
  }
  const { category, ancestors, children } = place;
  const crumbs = [...ancestors, category].map(({ name, path: at }) => ({
    name,
    path: localisedPath(locale, `/c/${at}`),
  }));
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
      title: say(text.title, { name: category.name }),
      description: category.description || say(text.categoryDescription, { name: category.name, count: answer.total }),
      canonicalPath: `/c/${path}`,
      image: category.image?.url,
      jsonLd: [breadcrumbJsonLd(crumbs), itemListJsonLd(category.name, answer.items, locale)],
    },
    revalidateSeconds: 300,
  };
}

async function salePage({ api, locale, currency }: LoaderContext): Result {
  const text = texts(locale).head;
  const { say } = speech(locale);
  const scope = { kind: 'sale' } as const;
  const [{ categories }, answer] = await Promise.all([
    api.catalog.categories.query({ locale }),
    api.search.products.query({ ...listingRequest(scope, emptyState), locale, currency }),
  ]);
  return {
    props: {
      scope,
      heading: text.sale,
      lead: text.saleLead,
      trail: [],
      branches: rootsOf(categories).map(link),
      start: { state: emptyState, answer },
    },
    head: {
      title: say(text.title, { name: text.sale }),
      description: text.saleDescription,
      canonicalPath: '/sale',
      jsonLd: itemListJsonLd(text.sale, answer.items, locale),
    },
    revalidateSeconds: 300,
  };
}

async function searchPage({ api, query, locale, currency }: LoaderContext): Result {
  const text = texts(locale).head;
  const { say } = speech(locale);
  const scope = { kind: 'search' } as const;
  const state = parseListing(searchOf(query));
  const [{ categories }, answer] = await Promise.all([
    api.catalog.categories.query({ locale }),
    api.search.products.query({ ...listingRequest(scope, state), locale, currency }),
  ]);
  const heading = state.query ? say(text.searchFor, { query: state.query }) : text.everything;
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
      title: say(text.title, { name: heading }),
      description: text.searchDescription,
      canonicalPath: `/search${listingSearch(state)}`,
      // Endless combinations of words: not for search engines.
      noIndex: true,
    },
  };
}
