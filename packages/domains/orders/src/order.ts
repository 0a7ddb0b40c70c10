import type { Currency, Locale } from '@mallhive/kernel';
import type { Address, OrderStatus, SubOrderStatus } from './contract.ts';

/** A line as the database tells it. */
export interface LineDocument {
  id: string;
  variantId: string;
  productId: string;
  slug: string;
  sku: string;
  title: string;
  variantTitle: string;
  imageUrl: string | null;
  quantity: number;
  shippedQuantity: number;
  unitPrice: number;
  total: number;
  tax: number;
}

export interface ShipmentDocument {
  id: string;
  carrier: string;
  trackingNumber: string;
  trackingUrl: string | null;
  status: 'shipped' | 'delivered';
  shippedAt: string;
  deliveredAt: string | null;
  lines: { orderLineId: string; quantity: number }[];
}

export interface SubOrderDocument {
  id: string;
  number: string;
  status: SubOrderStatus;
  shippingMethod: 'standard' | 'express';
  currency: Currency;
  seller: { id: string; slug: string; name: string };
  items: number;
  shipping: number;
  tax: number;
  total: number;
  lines: LineDocument[];
  shipments: ShipmentDocument[];
}

/** A whole order as one document (`orders.order_json`). Times are as PostgreSQL prints them. */
export interface OrderDocument {
  id: string;
  number: string;
  status: OrderStatus;
  checkoutId: string | null;
  cartId: string | null;
  userId: string | null;
  email: string;
  currency: Currency;
  locale: Locale;
  country: string;
  placedAt: string;
  payBy: string | null;
  paymentId: string | null;
  provider: string | null;
  accessTokenHash: string | null;
  shippingAddress: Address;
  items: number;
  shipping: number;
  tax: number;
  total: number;
  subOrders: SubOrderDocument[];
  timeline: { at: string; kind: string; message: string }[];
}
