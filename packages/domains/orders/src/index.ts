import { type Clock, type Currency, systemClock } from '@mallhive/kernel';
import { type Logger, silentLogger } from '@mallhive/observability';
import type { z } from 'zod';
import { accessTokenFor } from './access-token.ts';
import { awaitsPayment } from './awaits-payment.ts';
import { type CancelInput, cancelOrder } from './cancel-order.ts';
import { cancelItems, cancelOfPart, cancelSold } from './cancellations/cancel-items.ts';
import { createChangeRepository } from './cancellations/change.repository.ts';
import type {
  cancelItemsInput,
  cancelPartInput,
  cancelSoldInput,
  refundAnyInput,
  refundPartInput,
} from './cancellations/contract.ts';
import { createRefundRepository } from './cancellations/refund.repository.ts';
import { refundOfPart, refundPart } from './cancellations/refund-part.ts';
import { retryRefund } from './cancellations/retry-refund.ts';
import { createCheckoutRepository, type Database } from './checkout.repository.ts';
import { type CapturedPayment, completePayment, noticePaid } from './complete-payment.ts';
import type {
  HistoricOrder,
  lookUpInput,
  loseParcelInput,
  markDeliveredInput,
  mineInput,
  orderInput,
  placeInput,
  sellerOrderInput,
  sellerOrdersInput,
  shipInput,
  updateCheckoutInput,
} from './contract.ts';
import { readSellerDays } from './daily/seller-days.repository.ts';
import type { Deps } from './deps.ts';
import { createFulfilmentRepository, type WaitingLine } from './fulfilment.repository.ts';
import { createImportRepository } from './import.repository.ts';
import { importOrders } from './import-orders.ts';
import type { documentInput, sellerDocumentInput } from './invoices/contract.ts';
import type { InvoiceParty } from './invoices/facts.ts';
import { createInvoiceRepository } from './invoices/invoice.repository.ts';
import { creditLostOrder, creditRefund, issueInvoices } from './invoices/issue-documents.ts';
import { readAnyDocument, readDocument, readSellerDocument } from './invoices/read-document.ts';
import { createListRepository } from './list.repository.ts';
import { listMine } from './list-mine.ts';
import { listSellerOrders } from './list-seller-orders.ts';
import { markDelivered } from './mark-delivered.ts';
import { createOrderRepository } from './order.repository.ts';
import type { SellerActor } from './owner.ts';
import { loseParcel } from './parcels/lose-parcel.ts';
import { createPartRepository } from './part.repository.ts';
import { createPersonalDataRepository } from './personal-data.repository.ts';
import { placeOrder } from './place-order.ts';
import type { CartPort, DocumentPrinter, PaymentPort, Shopper, VariantPort } from './ports.ts';
import { readCheckout } from './read-checkout.ts';
import { findOrder, lookUpOrder, readOrder } from './read-order.ts';
import { readSellerOrder } from './read-seller-order.ts';
import type {
  allReturnsInput,
  decideAnyReturnInput,
  decideReturnInput,
  inspectAnyReturnInput,
  inspectReturnInput,
  requestReturnInput,
  sellerReturnInput,
  sellerReturnsInput,
  sendReturnInput,
} from './returns/contract.ts';
import { decideReturn, receiveReturn } from './returns/decide-return.ts';
import { inspectReturn } from './returns/inspect-return.ts';
import { administratorAsKeeper, memberAsKeeper } from './returns/keeper.ts';
import { listReturns, listSellerReturns, readReturn } from './returns/read-returns.ts';
import { requestReturn, sendReturn } from './returns/request-return.ts';
import { createReturnRepository } from './returns/return.repository.ts';
import { ship } from './ship.ts';
import { startCheckout } from './start-checkout.ts';
import { updateCheckout } from './update-checkout.ts';

export type { CancelInput } from './cancel-order.ts';
export type { CapturedPayment, Completion } from './complete-payment.ts';
export type { SellerActor } from './owner.ts';

export interface OrdersOptions {
  db: Database;
  cart: CartPort;
  payments: PaymentPort;
  /** What can be had instead; without it nothing can be exchanged. */
  variants?: VariantPort;
  currency: Currency;
  /** At least 32 characters; the tokens of confirmation links are derived from it. */
  accessTokenSecret: string;
  paymentWindowMs?: number;
  /** How many days after its delivery something can be sent back: 30 unless said otherwise. */
  returnDays?: number;
  /** Makes files of invoices and credit notes; without it there are none to download. */
  print?: DocumentPrinter;
  logger?: Logger;
  clock?: Clock;
}

/** Checkout, orders, sub-orders and shipments. */
export function createOrders(options: OrdersOptions) {
  const { db, cart, payments, currency, accessTokenSecret, logger = silentLogger, clock = systemClock } = options;
  const orders = createOrderRepository(db);
  const refunds = createRefundRepository(db);
  const people = createPersonalDataRepository(db);
  const deps: Deps = {
    orders,
    checkouts: createCheckoutRepository(db),
    lists: createListRepository(db),
    fulfilment: createFulfilmentRepository(db),
    imports: createImportRepository(db),
    cart,
    payments,
    clock,
    logger,
    currency,
    accessTokenSecret,
    paymentWindowMs: options.paymentWindowMs ?? 30 * 60_000,
    returnDays: options.returnDays ?? 30,
    changes: createChangeRepository(db),
    refunds,
    returns: createReturnRepository(db),
    variants: options.variants ?? { variantsForCart: async () => [] },
  };
  const invoices = { ...deps, invoices: createInvoiceRepository(db), print: options.print ?? null };
  const later = (ms: number) => new Date(clock.now().getTime() + ms);
  return {
    /** How long a placed order waits for its payment. */
    paymentWindowMs: deps.paymentWindowMs,
    /** What sellers earned within this time, and what waits for them now; those without either are left out. */
    sellerDays: (from: Date, until: Date) => readSellerDays(db, from, until),
    startCheckout: (shopper: Shopper, input: Parameters<typeof startCheckout>[2]) =>
      startCheckout(deps, shopper, input),
    checkout: (shopper: Shopper, checkoutId: string) => readCheckout(deps, shopper, checkoutId),
    updateCheckout: (shopper: Shopper, input: z.output<typeof updateCheckoutInput>) =>
      updateCheckout(deps, shopper, input),
    place: (shopper: Shopper, input: z.output<typeof placeInput>) => placeOrder(deps, shopper, input),

    order: (userId: string | null, input: z.output<typeof orderInput>) => readOrder(deps, userId, input),
    lookUp: (input: z.output<typeof lookUpInput>) => lookUpOrder(deps, input),
    mine: (userId: string, input: z.output<typeof mineInput>) => listMine(deps, userId, input),

    sellerOrders: (actor: SellerActor, input: z.output<typeof sellerOrdersInput>) =>
      listSellerOrders(deps, actor, input),
    sellerOrder: (actor: SellerActor, input: z.output<typeof sellerOrderInput>) => readSellerOrder(deps, actor, input),
    ship: (actor: SellerActor, input: z.output<typeof shipInput>) => ship(deps, actor, input),
    /** Units sold on backorder wait for stock, or do not any more; absolute, older versions change nothing. */
    noteWaiting: (lines: readonly WaitingLine[]) => deps.fulfilment.noteWaiting(lines),
    loseParcel: (actor: SellerActor, input: z.output<typeof loseParcelInput>) => loseParcel(deps, actor, input),
    markDelivered: (actor: SellerActor, input: z.output<typeof markDeliveredInput>) =>
      markDelivered(deps, actor, input),

    cancelItems: (userId: string | null, input: z.output<typeof cancelItemsInput>) => cancelItems(deps, userId, input),
    cancelSold: (actor: SellerActor, input: z.output<typeof cancelSoldInput>) => cancelSold(deps, actor, input),
    refundPart: (actor: SellerActor, input: z.output<typeof refundPartInput>) => refundPart(deps, actor, input),
    requestReturn: (userId: string | null, input: z.output<typeof requestReturnInput>) =>
      requestReturn(deps, userId, input),
    sendReturn: (userId: string | null, input: z.output<typeof sendReturnInput>) => sendReturn(deps, userId, input),
    sellerReturns: (actor: SellerActor, input: z.output<typeof sellerReturnsInput>) =>
      listSellerReturns(deps, actor, input),
    allReturns: (input: z.output<typeof allReturnsInput>) => listReturns(deps, null, input),
    sellerReturn: async (actor: SellerActor, input: z.output<typeof sellerReturnInput>) =>
      readReturn(deps, memberAsKeeper(actor, input.sellerId), input.returnId),
    decideReturn: async (actor: SellerActor, input: z.output<typeof decideReturnInput>) =>
      decideReturn(deps, memberAsKeeper(actor, input.sellerId), input),
    receiveReturn: async (actor: SellerActor, input: z.output<typeof sellerReturnInput>) =>
      receiveReturn(deps, memberAsKeeper(actor, input.sellerId), input.returnId),
    inspectReturn: async (actor: SellerActor, input: z.output<typeof inspectReturnInput>) =>
      inspectReturn(deps, memberAsKeeper(actor, input.sellerId), input),
    /** For administrators, `userId` is theirs. */
    findOrder: (number: string) => findOrder(deps, number),
    cancelPart: async (userId: string, input: z.output<typeof cancelPartInput>) => {
      await cancelOfPart(
        deps,
        { subOrderId: input.subOrderId, sellerId: null },
        { by: 'administrator', id: userId },
        input,
      );
      return { ok: true as const };
    },
    refundAny: (userId: string, input: z.output<typeof refundAnyInput>) =>
      refundOfPart(deps, { subOrderId: input.subOrderId, sellerId: null }, { by: 'administrator', id: userId }, input),
    anyReturn: (userId: string, returnId: string) => readReturn(deps, administratorAsKeeper(userId), returnId),
    decideAnyReturn: (userId: string, input: z.output<typeof decideAnyReturnInput>) =>
      decideReturn(deps, administratorAsKeeper(userId), input),
    receiveAnyReturn: (userId: string, returnId: string) =>
      receiveReturn(deps, administratorAsKeeper(userId), returnId),
    inspectAnyReturn: (userId: string, input: z.output<typeof inspectAnyReturnInput>) =>
      inspectReturn(deps, administratorAsKeeper(userId), input),
    retryRefund: (refundId: string, toCredit = false) => retryRefund(deps, refundId, toCredit),
    /** The refund is on its way; how much of which paid part. Null for one that is not there; `succeeded` when it is done. */
    startRefund: (refundId: string) => refunds.move(refundId, 'send', clock.now()),
    /** The money is back; said again it changes nothing. */
    finishRefund: (refundId: string) => refunds.move(refundId, 'succeed', clock.now()),
    /** It could not be sent after many tries: a person has to look. */
    failRefund: (refundId: string, failure: string) =>
      refunds.move(refundId, 'fail', clock.now(), failure.slice(0, 300)),
    /** It was done, and the provider could not deliver it after all: a person has to look. Null for one that is not there. */
    loseRefund: (refundId: string, failure: string) =>
      refunds.move(refundId, 'lose', clock.now(), failure.slice(0, 300)),
    /** Refunds that nobody has finished for `graceMs`, oldest first. */
    unfinishedRefunds: (graceMs = 120_000, limit = 100) => refunds.unfinished(later(-graceMs), limit),

    document: (userId: string | null, input: z.output<typeof documentInput>) => readDocument(invoices, userId, input),
    sellerDocument: (actor: SellerActor, input: z.output<typeof sellerDocumentInput>) =>
      readSellerDocument(invoices, actor, input),
    anyDocument: (documentId: string) => readAnyDocument(invoices, documentId),
    /** Of paid orders, one a seller and order; `parties` are their sellers as papers say them. Once, however often it is called. */
    issueInvoices: (orderIds: readonly string[], parties: readonly InvoiceParty[]) =>
      issueInvoices(invoices, orderIds, parties),
    /** A credit note for a refund that was decided; the invoice before it if that is missing. Once. */
    creditRefund: (refundId: string, parties: readonly InvoiceParty[]) => creditRefund(invoices, refundId, parties),
    /** Everything invoiced is credited: the order's stock was lost. Once. */
    creditLostOrder: (orderId: string) => creditLostOrder(invoices, orderId),

    /** For payments and workflows. */
    awaitsPayment: (payment: Parameters<typeof awaitsPayment>[1]) => awaitsPayment(deps, payment),
    completePayment: (payment: CapturedPayment) => completePayment(deps, payment),
    /** Of these payments, the ids of those that have paid for their orders already. */
    noticePaid: (payments: readonly CapturedPayment[]) => noticePaid(deps, payments),
    cancel: (input: CancelInput) => cancelOrder(deps, input),
    /** One attempt failed; `entryId` (the event's id) makes it once. */
    recordFailedAttempt: (orderId: string, entryId: string, message: string) =>
      orders.failAttempt({ orderId, entryId, message: `Payment attempt failed: ${message}`, now: clock.now() }),
    recordRefund: (orderId: string, refundId: string) =>
      orders.tell({ orderId, entryId: refundId, kind: 'refunded', message: 'Payment refunded', now: clock.now() }),
    /** Orders whose time to pay is over since `graceMs`, oldest first. */
    overdue: (graceMs = 60_000, limit = 200) => orders.unpaid(later(-graceMs), limit),
    ofCheckouts: (checkoutIds: readonly string[]) => orders.ofCheckouts(checkoutIds),
    /** Whose the parts of some orders are, by the ids of orders or of parts; unknown ones are left out. */
    parts: (ids: readonly string[]) => createPartRepository(db).parts(ids),
    /** For links in messages to the shopper. */
    accessToken: (orderId: string) => accessTokenFor(accessTokenSecret, orderId),
    /** Everything about a person's orders, for their data export: amounts in minor units. `email` is theirs for certain, lower case. */
    ordersOfPerson: (userId: string, email: string) => people.ofPerson(userId, email),
    /** Ids of a person's orders, as long as they are known to be theirs. */
    orderIdsOfPerson: (userId: string, email: string) => people.ids(userId, email),
    /** Orders of a person that are not yet on their way or cancelled: until then name and address are needed. */
    openOrdersOfPerson: (userId: string, email: string) => people.open(userId, email),
    /** The person goes, the books stay. Answers how many orders lost name, addresses and parcel numbers; repeating is harmless. */
    forgetPerson: (userId: string, email: string) => people.forget(userId, email, clock.now()),
    importOrders: (historic: readonly HistoricOrder[]) => importOrders(deps, historic),
  };
}
export type OrdersFacade = ReturnType<typeof createOrders>;
