import type { Loader } from '@mallhive/federation';
import { localisedPath } from '@mallhive/ui/texts';
import { texts } from '../messages/index.ts';
import type { HomePageProps } from './HomePage.tsx';

/** One batched call. The home page does without what is popular when that cannot be had; the API answers it in 250 ms. */
export const loader: Loader<HomePageProps> = async ({ api, locale, currency }) => {
  const text = texts(locale).head;
  const [home, trending, departments] = await Promise.all([
    api.catalog.home.query({ locale, currency }),
    api.search.recommend.query({ kind: 'trending', limit: 12, locale, currency }).catch(() => ({ items: [] })),
    api.search.trendingCategories.query({ locale, currency, limit: 2 }).catch(() => ({ items: [] })),
  ]);
  return {
    props: { home, trending: trending.items, departments: departments.items },
    head: {
      title: text.homeTitle,
      description: text.homeDescription,
      canonicalPath: '/',
      image: home.topRated[0]?.image?.url,
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'WebSite',
        name: 'MallHive',
        url: localisedPath(locale, '/'),
        potentialAction: {
          '@type': 'SearchAction',
          target: { '@type': 'EntryPoint', urlTemplate: `${localisedPath(locale, '/search')}?q={search_term_string}` },
          'query-input': 'required name=search_term_string',
        },
      },
    },
    revalidateSeconds: 300,
  };
};
