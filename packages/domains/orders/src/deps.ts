import type { Clock, Currency } from '@mallhive/kernel';
import type { Logger } from '@mallhive/observability';
import type { ChangeRepository } from './cancellations/change.repository.ts';
import type { RefundRepository } from './cancellations/refund.repository.ts';
import type { CheckoutRepository } from './checkout.repository.ts';
import type { FulfilmentRepository } from './fulfilment.repository.ts';
import type { ImportRepository } from './import.repository.ts';
import type { ListRepository } from './list.repository.ts';
import type { OrderRepository } from './order.repository.ts';
import type { CartPort, PaymentPort, VariantPort } from './ports.ts';
import type { ReturnRepository } from './returns/return.repository.ts';

/** What every use case of this package gets. */
export interface Deps {
  checkouts: CheckoutRepository;
  orders: OrderRepository;
  lists: ListRepository;
  fulfilment: FulfilmentRepository;
  imports: ImportRepository;
  cart: CartPort;
  payments: PaymentPort;
  clock: Clock;
  logger: Logger;
  currency: Currency;
  accessTokenSecret: string;
  /** How long a placed order waits for its payment. */
  paymentWindowMs: number;
  /** How long after its delivery something can be sent back. */
  returnDays: number;
  changes: ChangeRepository;
  refunds: RefundRepository;
  returns: ReturnRepository;
  variants: VariantPort;
}

/** An open checkout is kept for a day after its shopper was last seen. */
export const checkoutLifetimeMs = 24 * 3_600_000;

/** The reservation outlives the order's own deadline, so that a payment in the last second still finds its stock. */
export const reservationGraceMs = 15 * 60_000;
