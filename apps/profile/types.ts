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
export type Money = Order['totals']['total'];
