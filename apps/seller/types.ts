import type { RouterInputs, RouterOutputs } from '@mallhive/api-client';

export type User = NonNullable<RouterOutputs['identity']['me']['user']>;
export type Membership = User['memberships'][number];
export type Today = RouterOutputs['analytics']['sellerToday'];
export type SellerOrders = RouterOutputs['orders']['sellerOrders'];
export type OrderRow = SellerOrders['items'][number];
export type OrderFilter = NonNullable<RouterInputs['orders']['sellerOrders']['status']>;
export type SubOrder = RouterOutputs['orders']['sellerOrder']['subOrder'];
export type SubOrderStatus = SubOrder['status'];
export type ShipInput = RouterInputs['orders']['ship'];
export type SellerProducts = RouterOutputs['catalog']['sellerProducts'];
export type ProductRow = SellerProducts['items'][number];
export type ProductFilter = NonNullable<RouterInputs['catalog']['sellerProducts']['status']>;
export type SellerProduct = RouterOutputs['catalog']['sellerProduct']['product'];
export type UpdateProduct = RouterInputs['catalog']['updateProduct'];
export type StockLevel = RouterOutputs['cart']['stock']['levels'][number];
export type Money = OrderRow['total'];
