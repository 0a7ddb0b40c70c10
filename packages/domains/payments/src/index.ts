import { type Clock, type Currency, systemClock } from '@mallhive/kernel';
import { type Logger, silentLogger } from '@mallhive/observability';
import type { z } from 'zod';
import { cancelPayment } from './cancel-payment.ts';
import { confirmTest } from './confirm-test.ts';
import type { confirmTestInput, statusInput } from './contract.ts';
import { type CreatePaymentInput, createPayment } from './create-payment.ts';
import type { Deps } from './deps.ts';
import { createPaymentRepository, type Database } from './payment.repository.ts';
import type { CardProvider, PaidOrders, PaymentProvider } from './ports.ts';
import { quoteRates } from './rates.ts';
import { readStatus } from './read-status.ts';
import { processPendingWebhooks, receiveWebhook } from './receive-webhook.ts';
import { type RefundInput, refundPayment } from './refund-payment.ts';
import { createWebhookRepository } from './webhook.repository.ts';

export type { CreatePaymentInput } from './create-payment.ts';
export type { Payment } from './payment.ts';
export type { ShippingRate } from './rates.ts';
export type { RefundInput } from './refund-payment.ts';

export interface PaymentsOptions {
  db: Database;
  /** In the order in which checkout offers them. */
  providers: readonly PaymentProvider[];
  /** The provider among them whose card form is ours, if any. */
  cards?: CardProvider | null;
  orders: PaidOrders;
  logger?: Logger;
  clock?: Clock;
}

/** Payments, their providers, the ledger, and what shipping and tax cost. */
export function createPayments(options: PaymentsOptions) {
  const { db, providers, cards = null, orders, logger = silentLogger, clock = systemClock } = options;
  const payments = createPaymentRepository(db);
  const deps: Deps = {
    payments,
    webhooks: createWebhookRepository(db),
    providers: new Map(providers.map((provider) => [provider.code, provider])),
    cards,
    orders,
    clock,
    logger,
  };
  return {
    providers: () => providers.map(({ code, name, publishableKey }) => ({ code, name, publishableKey })),
    quote: (country: string, currency: Currency) => quoteRates(country, currency),
    create: (input: CreatePaymentInput) => createPayment(deps, input),
    confirmTest: (input: z.output<typeof confirmTestInput>) => confirmTest(deps, input),
    status: (input: z.output<typeof statusInput>) => readStatus(deps, input),
    forOrders: (orderIds: readonly string[]) => payments.byOrders(orderIds),
    cancel: (orderId: string) => cancelPayment(deps, orderId),
    refund: (input: RefundInput) => refundPayment(deps, input),
    /** For the edge: the raw body and lower-case header names. */
    receiveWebhook: (provider: string, rawBody: string, headers: Readonly<Record<string, string | undefined>>) =>
      receiveWebhook(deps, provider, rawBody, headers),
    processPendingWebhooks: () => processPendingWebhooks(deps),
    /** Null when every ledger transaction adds up to zero, else the first that does not. */
    firstImbalance: () => payments.firstImbalance(),
  };
}
export type PaymentsFacade = ReturnType<typeof createPayments>;
