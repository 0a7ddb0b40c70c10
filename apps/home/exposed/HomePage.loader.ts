import type { Loader } from '@mallhive/federation';
import { messages } from '../messages.ts';
import type { HomePageProps } from './HomePage.tsx';

/** One batched call. The home page does without what is popular when that cannot be had. */
export const loader: Loader<HomePageProps> = async ({ api }) => {
  const [home, trending] = await Promise.all([
    api.catalog.home.query(),
    api.search.recommend.query({ kind: 'trending', limit: 12 }).catch(() => ({ items: [], reason: '' })),
  ]);
  return {
    props: { home, trending: trending.items },
    head: {
      title: messages.home.title,
      description: messages.home.description,
      canonicalPath: '/',
      image: home.topRated[0]?.image?.url,
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'WebSite',
        name: 'MallHive',
        url: '/',
        potentialAction: {
          '@type': 'SearchAction',
          target: { '@type': 'EntryPoint', urlTemplate: '/search?q={search_term_string}' },
          'query-input': 'required name=search_term_string',
        },
      },
    },
    revalidateSeconds: 300,
  };
};
