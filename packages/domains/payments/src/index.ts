import { type Clock, newToken, type RateLimiter, systemClock } from '@mallhive/kernel';
import { type Logger, silentLogger } from '@mallhive/observability';
import type { z } from 'zod';
import { cancelPayment } from './cancel-payment.ts';
import { createCommissionRepository } from './commission/commission.repository.ts';
import { createCommission } from './commission/index.ts';
import { createCommissionRules } from './commission/rules-facade.ts';
import { confirmTest } from './confirm-test.ts';
import type { confirmTestInput, startApprovalInput, statusInput } from './contract.ts';
import { type CreatePaymentInput, createPayment } from './create-payment.ts';
import type { Deps } from './deps.ts';
import { balanceProvider } from './gift-cards/balance-provider.ts';
import { createGiftCards } from './gift-cards/index.ts';
import { createInstrumentRepository } from './gift-cards/instrument.repository.ts';
import type { CreditPeople } from './gift-cards/people.ts';
import { createLane } from './lane.ts';
import { createCheckRepository } from './ledger/check.repository.ts';
import { checkLedger } from './ledger/check-ledger.ts';
import type { FeeSchedules } from './ledger/fee.ts';
import { readRefundShares } from './ledger/refund-shares.repository.ts';
import { createPaymentRepository, type Database } from './payment.repository.ts';
import { createAccountRepository } from './payouts/account.repository.ts';
import { createPayouts } from './payouts/index.ts';
import type { DocumentPrinter, SecretBox, SellerNames } from './payouts/ports.ts';
import type { CardProvider, PaidOrders, PaymentProvider } from './ports.ts';
import { createRates } from './rates/index.ts';
import { readStatus } from './read-status.ts';
import { processPendingWebhooks, receiveWebhook } from './receive-webhook.ts';
import { type RefundInput, refundPayment } from './refund-payment.ts';
import { createSavedMethods } from './saved/index.ts';
import { settleHeld } from './settle-payment.ts';
import { startApproval } from './start-approval.ts';
import { createWebhookRepository } from './webhook.repository.ts';

export type { CreatePaymentInput } from './create-payment.ts';
export type { Payment } from './payment.ts';
export type { RefundInput } from './refund-payment.ts';

export interface PaymentsOptions {
  db: Database;
  /** In the order in which checkout offers them. */
  providers: readonly PaymentProvider[];
  /** Codes of those that only finish what was begun with them, and are not offered. */
  retired?: readonly string[];
  /** The provider among them whose card form is ours, if any. */
  cards?: CardProvider | null;
  orders: PaidOrders;
  /** What providers keep that do not say so themselves, by code. */
  fees?: FeeSchedules;
  /** What payouts need from outside. Without it no account number can be kept, and nothing is printed: for operations and tests. */
  sellers?: { secrets: SecretBox; names: SellerNames; print: DocumentPrinter };
  /** Days after delivery, until a seller's money can be paid out. */
  holdDays?: number;
  /** What the codes of gift cards are derived from; all processes of a shop need the same, for good. At least 32 characters. */
  giftCardSecret?: string;
  /** Finds who gets credit. Without it nobody is found. */
  people?: CreditPeople;
  /** Of guesses at codes. */
  limiter?: RateLimiter | null;
  logger?: Logger;
  clock?: Clock;
}

const nobody = () => Promise.reject(new Error('Payments were made without a place for the secrets of sellers'));
const nobodyKnown: CreditPeople = { byEmail: async () => null };
const withoutSellers = { secrets: { seal: nobody, open: nobody }, names: async () => new Map(), print: nobody };

/** Of one process. The others wait in the order they came. */
const webhooksAtOnce = 8;

function offered(provider: PaymentProvider, cards: CardProvider | null) {
  const { code, name, publishableKey } = provider;
  const kind = code === cards?.code ? 'card_form' : provider.startApproval ? 'redirect' : 'element';
  return { code, name, publishableKey, kind } as const;
}

/** Payments, their providers, the ledger, and what shipping and tax cost. */
export function createPayments(options: PaymentsOptions) {
  const { db, providers, cards = null, orders, logger = silentLogger, clock = systemClock } = options;
  const payments = createPaymentRepository(db);
  const instruments = createInstrumentRepository(db);
  const rates = createRates(db, clock);
  const books = createCheckRepository(db);
  const lane = createLane(webhooksAtOnce);
  const { secrets, names, print } = options.sellers ?? withoutSellers;
  const commission = createCommission({ rules: createCommissionRepository(db), clock });
  const open = providers.filter(({ code }) => !options.retired?.includes(code));
  const deps: Deps = {
    payments,
    instruments,
    webhooks: createWebhookRepository(db),
    accounts: createAccountRepository(db),
    providers: new Map([...providers, balanceProvider(payments)].map((provider) => [provider.code, provider])),
    cards,
    orders,
    commission,
    fees: options.fees ?? {},
    lane,
    clock,
    logger,
  };
  return {
    providers: () => open.map((provider) => offered(provider, cards)),
    quote: rates.quote,
    /** Tax and shipping rules, for those who edit them. */
    rates,
    create: (input: CreatePaymentInput) => createPayment(deps, input),
    confirmTest: (input: z.output<typeof confirmTestInput>) => confirmTest(deps, input),
    startApproval: (input: z.output<typeof startApprovalInput>) => startApproval(deps, input),
    status: (input: z.output<typeof statusInput>) => readStatus(deps, input),
    forOrders: (orderIds: readonly string[]) => payments.byOrders(orderIds),
    cancel: (orderId: string) => cancelPayment(deps, orderId),
    refund: (input: RefundInput) => refundPayment(deps, input),
    /** Whose money went back, by the references of the books (`refund:<id>`, `refund_lost:<id>`); unknown ones are left out. */
    refundShares: (references: readonly string[]) => readRefundShares(db, references),
    /** For the edge: the raw body and lower-case header names. Answers as soon as the message is stored. */
    receiveWebhook: (provider: string, rawBody: string, headers: Readonly<Record<string, string | undefined>>) =>
      receiveWebhook(deps, provider, rawBody, headers),
    processPendingWebhooks: () => processPendingWebhooks(deps),
    /** Takes or lets go what is held without anybody caring for it. Answers how many payments there were. */
    settleHeld: () => settleHeld(deps),
    /** Gift cards and credit. */
    giftCards: createGiftCards(deps, {
      secret: options.giftCardSecret ?? newToken(),
      people: options.people ?? nobodyKnown,
      limiter: options.limiter ?? null,
    }),
    /** Sellers' money: holds, balances, payouts, statements. */
    payouts: createPayouts({ db, providers, secrets, names, print, holdDays: options.holdDays ?? 14, clock, logger }),
    /** Which share the marketplace takes, for those who edit it. */
    commission: createCommissionRules({ commission, names, clock }),
    /** What people let providers keep to pay with again. */
    saved: createSavedMethods(db, deps),
    /** Resolves when every webhook that was received is processed; before the process ends. */
    idle: () => lane.empty(),
    /** Reads all books and says what is wrong first, if anything. */
    checkLedger: (onProgress?: (transactions: number) => void) => checkLedger(books, onProgress),
    /** Null when the books are right, else the first thing that is not. */
    firstImbalance: async () => (await checkLedger(books)).problem,
  };
}
export type PaymentsFacade = ReturnType<typeof createPayments>;
