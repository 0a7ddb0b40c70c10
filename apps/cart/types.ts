import type { RouterOutputs } from '@mallhive/api-client';

export type Cart = RouterOutputs['cart']['get']['cart'];
export type CartLine = Cart['lines'][number];
export type CartNotice = Cart['notices'][number];
export type Money = Cart['subtotal'];
export type ProductCardData = RouterOutputs['catalog']['home']['topRated'][number];
