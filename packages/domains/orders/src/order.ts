import type { Currency, Locale } from '@mallhive/kernel';
import type {
  Address,
  OrderStatus,
  RefundCause,
  RefundStatus,
  ReturnCondition,
  ReturnReason,
  ReturnStatus,
  SubOrderStatus,
  TimelineDetail,
} from './contract.ts';
import type { ShipmentStatus } from './order-state.ts';
import type { Discount } from './savings.ts';

export interface LinePart {
  variantId: string;
  /** In one bundle. */
  quantity: number;
  sku: string;
  title: string;
  variantTitle: string;
}

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
  cancelledQuantity: number;
  /** In a return that was not refused. */
  returnedQuantity: number;
  restockedQuantity: number;
  /** Of the cancelled and returned ones: whose price was given back or exchanged. */
  creditedQuantity: number;
  /** Of a bundle: what is packed for one of it. */
  parts: LinePart[];
  /** Of the open ones: on backorder, not in stock yet. */
  waitingQuantity: number;
  /** The day when those are expected. */
  expectedOn: string | null;
  unitPrice: number;
  /** Before the discount. */
  total: number;
  discount: number;
  tax: number;
  /** The rate behind the tax; null for orders from elsewhere. */
  taxBasisPoints: number | null;
  /** Of the product when it was bought, its own first. */
  categoryIds: string[];
}

export interface ShipmentDocument {
  id: string;
  carrier: string;
  trackingNumber: string;
  trackingUrl: string | null;
  status: ShipmentStatus;
  shippedAt: string;
  deliveredAt: string | null;
  lines: { orderLineId: string; quantity: number }[];
}

export interface RefundDocument {
  id: string;
  cause: RefundCause;
  key: string;
  status: RefundStatus;
  amount: number;
  reason: string;
  plannedAt: string;
  doneAt: string | null;
}

/** An invoice or credit note, as order pages list it. */
export interface IssuedDocument {
  id: string;
  kind: 'invoice' | 'credit_note';
  number: string;
  issuedAt: string;
  /** Minor units. */
  total: number;
}

export interface ReturnDocument {
  id: string;
  number: string;
  subOrderId: string;
  status: ReturnStatus;
  wish: 'refund' | 'exchange';
  note: string;
  instructions: string;
  decision: string;
  carrier: string | null;
  trackingNumber: string | null;
  requestedAt: string;
  updatedAt: string;
  lines: {
    id: string;
    orderLineId: string;
    quantity: number;
    reason: ReturnReason;
    exchangeVariantId: string | null;
    condition: ReturnCondition | null;
    acceptedQuantity: number;
    restock: boolean;
  }[];
}

export interface SubOrderDocument {
  id: string;
  number: string;
  status: SubOrderStatus;
  shippingMethod: 'standard' | 'express';
  currency: Currency;
  seller: { id: string; slug: string; name: string };
  items: number;
  discount: number;
  shipping: number;
  shippingDiscount: number;
  discounts: Discount[];
  tax: number;
  taxIncluded: boolean;
  total: number;
  /** What was promised to go back, whether it did already or not. */
  refundPlanned: number;
  /** The return that this part replaces; such a part is no part of the order's sum. */
  exchangeOf: string | null;
  refunds: RefundDocument[];
  returns: ReturnDocument[];
  documents: IssuedDocument[];
  lines: LineDocument[];
  shipments: ShipmentDocument[];
}

export interface TimelineDocument {
  at: string;
  kind: string;
  message: string;
  /** What other languages need to say it. */
  detail?: TimelineDetail | null;
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
  discount: number;
  shipping: number;
  shippingDiscount: number;
  tax: number;
  taxIncluded: boolean;
  total: number;
  subOrders: SubOrderDocument[];
  refundPlanned: number;
  timeline: TimelineDocument[];
}
