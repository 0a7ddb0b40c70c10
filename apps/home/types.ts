import type { RouterInputs, RouterOutputs } from '@mallhive/api-client';

export type HomeData = RouterOutputs['catalog']['home'];
export type Category = HomeData['featuredCategories'][number];
export type ProductCardData = HomeData['deals'][number];
export type SellerTile = HomeData['sellers'][number];
export type Seller = RouterOutputs['catalog']['seller']['seller'];
export type SearchAnswer = RouterOutputs['search']['products'];
export type SearchInput = RouterInputs['search']['products'];
export type Facet = SearchAnswer['facets'][number];
export type RecommendInput = Pick<RouterInputs['search']['recommend'], 'kind' | 'category' | 'limit'>;
export type TrendingCategory = RouterOutputs['search']['trendingCategories']['items'][number];
