import { Container, EmptyState, StoreIcon, useI18n } from '@mallhive/ui';
import { Hero } from '../components/Hero.tsx';
import { Departments, Sellers, Trust } from '../components/HomeSections.tsx';
import { AskedShelf, Shelf } from '../components/Shelf.tsx';
import { useTexts } from '../texts.ts';
import type { HomeData, ProductCardData, TrendingCategory } from '../types.ts';

export type HomePageProps = { home: HomeData; trending: ProductCardData[]; departments?: TrendingCategory[] };

export default function HomePage({ home, trending, departments = [] }: HomePageProps) {
  const texts = useTexts().home;
  const { say } = useI18n();
  const empty = home.featuredCategories.length === 0 && home.newArrivals.length === 0;
  return (
    <Container className="grid grid-cols-1 gap-16 pt-8 pb-20 lg:gap-24 lg:pt-12">
      <Hero home={home} />
      {empty ? (
        <EmptyState title={texts.emptyTitle} icon={<StoreIcon />}>
          {texts.emptyText}
        </EmptyState>
      ) : null}
      <Departments categories={home.featuredCategories} />
      <AskedShelf title={texts.forYou} recommend={{ kind: 'for-you', limit: 12 }} />
      <Shelf
        title={texts.deals}
        subtitle={texts.dealsHint}
        href="/sale"
        linkLabel={texts.allDeals}
        items={home.deals}
      />
      <Shelf title={texts.newArrivals} subtitle={texts.newArrivalsHint} items={home.newArrivals} />
      <Trust />
      <Shelf title={texts.topRated} subtitle={texts.topRatedHint} items={home.topRated} />
      <Sellers sellers={home.sellers} />
      <Shelf title={texts.trending} items={trending} />
      {departments.map(({ path, name }) => (
        <AskedShelf
          key={path}
          title={say(texts.trendingIn, { name })}
          href={`/c/${path}`}
          linkLabel={texts.wholeDepartment}
          recommend={{ kind: 'trending', category: path, limit: 12 }}
        />
      ))}
      <AskedShelf title={texts.recentlyViewed} recommend={{ kind: 'recently-viewed', limit: 12 }} />
    </Container>
  );
}
