import type { RouterInputs, RouterOutputs } from '@mallhive/api-client';

export type Order = RouterOutputs['orders']['order']['order'];
export type SubOrder = Order['subOrders'][number];
export type Shipment = SubOrder['shipments'][number];
export type OrderSummary = RouterOutputs['orders']['mine']['orders'][number];
export type OrderList = RouterOutputs['orders']['mine'];
export type OrderStatus = Order['status'];
export type SubOrderStatus = SubOrder['status'];
export type SavedAddress = RouterOutputs['identity']['addresses']['addresses'][number];
export type SaveAddress = RouterInputs['identity']['saveAddress'];
export type User = NonNullable<RouterOutputs['identity']['me']['user']>;
export type Wishlist = RouterOutputs['cart']['wishlist'];
export type Wish = Wishlist['items'][number];
export type Money = Order['totals']['total'];
export type Security = RouterOutputs['identity']['security'];
export type Session = RouterOutputs['identity']['sessions']['sessions'][number];
export type DataExport = RouterOutputs['identity']['dataExports']['exports'][number];
export type Erasure = NonNullable<RouterOutputs['identity']['erasure']['erasure']>;
