import type { RouterInputs, RouterOutputs } from '@mallhive/api-client';

export type Product = RouterOutputs['catalog']['product']['product'];
export type Variant = Product['variants'][number];
export type ProductOption = Product['options'][number];
export type Review = Product['reviews'][number];
export type ProductImage = Product['images'][number];
export type ProductCardData = RouterOutputs['catalog']['home']['deals'][number];
export type RecommendInput = Omit<RouterInputs['search']['recommend'], 'locale' | 'currency'>;
