import { currencySchema, idSchema, localeSchema } from '@mallhive/kernel';
import { z } from 'zod';

const minor = z.int();
const moment = z.iso.datetime();
const kindSchema = z.enum(['issue', 'spend', 'refund', 'expire', 'forfeit']);
const statusSchema = z.enum(['active', 'blocked', 'expired', 'closed']);
const amountSchema = z.int().min(1).max(1_000_000);
const movementSchema = z.object({ kind: kindSchema, amount: minor, balanceAfter: minor, note: z.string(), at: moment });

/**
 * mutation payments.checkGiftCard (public): what a card is worth to whoever knows its code, in minor units. NOT_FOUND
 * `gift_card_unknown` for every code that cannot be spent, whatever the reason; RATE_LIMITED after many tries.
 */
export const checkGiftCardInput = z.object({ code: z.string().max(60) });
export const checkGiftCardOutput = z.object({
  last4: z.string(),
  currency: currencySchema,
  /** What can be spent now. */
  available: minor,
  expiresAt: moment.nullable(),
});

/** query payments.myCredit (shopper): minor units, newest movements first. */
export const myCreditOutput = z.object({
  credits: z.array(
    z.object({
      currency: currencySchema,
      balance: minor,
      /** Not promised to an order that waits for its payment. */
      available: minor,
      movements: z.array(movementSchema),
    }),
  ),
});

const cardSchema = z.object({
  id: idSchema,
  last4: z.string(),
  currency: currencySchema,
  issued: minor,
  balance: minor,
  held: minor,
  status: statusSchema,
  expiresAt: moment.nullable(),
  email: z.string().nullable(),
  note: z.string(),
  createdAt: moment,
});

/** query payments.giftCards (administrator): newest first; `search` is the end of a code or part of an address. */
export const giftCardsInput = z.object({
  status: statusSchema.optional(),
  search: z.string().trim().max(100).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(100).default(25),
});
export const giftCardsOutput = z.object({
  items: z.array(cardSchema),
  nextCursor: z.string().nullable(),
  /** What the shop owes to the holders of cards, and in credit. */
  owed: z.array(
    z.object({
      kind: z.enum(['gift_card', 'credit']),
      currency: currencySchema,
      count: z.int(),
      balance: minor,
      held: minor,
    }),
  ),
});

/** query payments.giftCard (administrator). */
export const giftCardInput = z.object({ giftCardId: idSchema });
export const giftCardOutput = z.object({ card: cardSchema, movements: z.array(movementSchema) });

/**
 * mutation payments.issueGiftCard (administrator): `requestId`, chosen by the caller, becomes the card's id; asked again it
 * answers the same card. With an `email` the code is mailed. `expiresOn` is the last day, UTC. UNPROCESSABLE `expiry_past`.
 */
export const issueGiftCardInput = z.object({
  requestId: idSchema,
  amount: amountSchema,
  currency: currencySchema,
  expiresOn: z.iso.date().nullable().default(null),
  note: z.string().trim().max(200).default(''),
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)).nullable().default(null),
  locale: localeSchema.default('en'),
});
export const issueGiftCardOutput = z.object({
  giftCardId: idSchema,
  /** Shown now and never again. */
  code: z.string(),
});

/** mutation payments.blockGiftCard (administrator): blocked it cannot be spent; opened again it can. CONFLICT `gift_card_ended`. */
export const blockGiftCardInput = z.object({ giftCardId: idSchema, blocked: z.boolean() });

/** mutation payments.grantCredit (administrator): once a `requestId`. NOT_FOUND when nobody has an account with the address. */
export const grantCreditInput = z.object({
  requestId: idSchema,
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
  amount: amountSchema,
  currency: currencySchema,
  note: z.string().trim().min(1).max(200),
});
export const grantCreditOutput = z.object({ balance: minor });
export const blockGiftCardOutput = z.object({ card: cardSchema });
