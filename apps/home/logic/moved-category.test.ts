import type { LoaderContext } from '@mallhive/federation';
import { expect, test } from 'vitest';
import { loader } from '../exposed/ListingPage.loader.ts';

/** A shop without categories, which remembers where one of them went. */
function contextFor(path: string, redirectTo: string | null): LoaderContext {
  const api = {
    catalog: {
      categories: { query: async () => ({ categories: [] }) },
      categoryRedirect: {
        query: async (input: { path: string }) => ({ redirectTo: input.path === path ? redirectTo : 'elsewhere' }),
      },
    },
    search: { products: { query: async () => ({ items: [], total: 0 }) } },
  };
  return { api, params: { path }, query: {}, locale: 'de', currency: 'EUR' } as unknown as LoaderContext;
}

test('a category that was moved leads to where it is, in the same language', async () => {
  expect(await loader(contextFor('old/lamps', 'home-living/lamps'))).toEqual({
    redirect: { destination: '/de/c/home-living/lamps', permanent: true },
  });
});

test('a category that never was is not found', async () => {
  expect(await loader(contextFor('nowhere', null))).toEqual({ notFound: true });
});
