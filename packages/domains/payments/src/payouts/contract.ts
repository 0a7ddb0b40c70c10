import { currencySchema, idSchema } from '@mallhive/kernel';
import { z } from 'zod';

const minor = z.int();
const moment = z.iso.datetime();
export const ofSellerInput = z.object({ sellerId: idSchema });
const page = { cursor: z.string().max(200).optional(), limit: z.int().min(1).max(100).default(25) };
const statusSchema = z.enum(['planned', 'sent', 'paid', 'failed']);
/** `details_missing`: begun, and the provider does not pay out there yet. */
const accountStateSchema = z.enum(['not_begun', 'details_missing', 'ready']);
const frequencySchema = z.enum(['daily', 'weekly', 'monthly']);

/** query payments.balance (seller): minor units; `held` waits for deliveries, `onTheWay` left for the bank. */
export const balanceOutput = z.object({
  /** Days after delivery until money is available. */
  holdDays: z.int(),
  balances: z.array(
    z.object({
      currency: currencySchema,
      held: minor,
      available: minor,
      onTheWay: minor,
      /** When the next held money becomes available, as far as deliveries tell. */
      nextRelease: moment.nullable(),
    }),
  ),
});

const payoutSchema = z.object({
  id: idSchema,
  sellerId: idSchema,
  currency: currencySchema,
  amount: minor,
  status: statusSchema,
  method: z.string(),
  masked: z.string(),
  failure: z.string().nullable(),
  plannedAt: moment,
  endedAt: moment.nullable(),
});

/** query payments.payouts (seller): newest first. */
export const payoutsInput = z.object({ sellerId: idSchema, ...page });
export const payoutsOutput = z.object({ items: z.array(payoutSchema), nextCursor: z.string().nullable() });

/** query payments.payoutSettings (seller): the account is shown by its end only. */
export const payoutSettingsOutput = z.object({
  settings: z
    .object({ frequency: frequencySchema, minimum: minor, method: z.string(), masked: z.string(), updatedAt: moment })
    .nullable(),
  /** `file` is a bank transfer by hand. */
  methods: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      /** Of the account that the provider opens for the seller. Null: it opens none, an account is typed. */
      onboarding: accountStateSchema.nullable(),
    }),
  ),
});

/**
 * mutation payments.openPayoutAccount (owner): the provider's page where the seller says who they are; an account is opened
 * there the first time. It comes back to `returnUrl`, an address of the dashboard; then `payments.checkPayoutAccount` tells.
 * UNPROCESSABLE `payout_method_unknown`, BAD_REQUEST `return_url_invalid`.
 */
export const openPayoutAccountInput = z.object({
  sellerId: idSchema,
  method: z.string().min(1).max(40),
  returnUrl: z.string().max(500),
});
export const openPayoutAccountOutput = z.object({ url: z.string() });
/** mutation payments.checkPayoutAccount (owner): asks the provider how the account stands. UNPROCESSABLE `payout_method_unknown`. */
export const checkPayoutAccountInput = z.object({ sellerId: idSchema, method: z.string().min(1).max(40) });
export const payoutAccountOutput = z.object({ state: accountStateSchema });

/**
 * mutation payments.savePayoutSettings (owner). `bank` for method `file`, `account` for every other; left out, it is the one
 * that the provider opened for the seller, else the one that is there stays. UNPROCESSABLE `iban_invalid`, `payout_method_unknown`, `account_not_ready`, `destination_missing`.
 */
export const savePayoutSettingsInput = z.object({
  sellerId: idSchema,
  frequency: frequencySchema,
  minimum: z.int().min(0).max(100_000_000),
  method: z.string().min(1).max(40),
  bank: z
    .object({
      // The characters that every bank in SEPA takes; beginning with a letter or digit, so that no spreadsheet reads a formula.
      holder: z
        .string()
        .trim()
        .regex(/^[\p{L}\d][\p{L}\d /?:().,'+-]{0,69}$/u),
      iban: z.string().max(50),
      bic: z
        .string()
        .trim()
        .regex(/^([A-Za-z]{6}[A-Za-z0-9]{2}([A-Za-z0-9]{3})?)?$/)
        .default(''),
    })
    .optional(),
  account: z
    .string()
    .trim()
    .regex(/^[\w-]{4,100}$/)
    .optional(),
});

/** query payments.statements (seller): months with something in them, newest first. */
export const statementsOutput = z.object({
  statements: z.array(
    z.object({
      month: z.string(),
      currency: currencySchema,
      opening: minor,
      earned: minor,
      paidOut: minor,
      closing: minor,
    }),
  ),
});
/** query payments.statement (seller): the file, in base64. */
export const statementInput = z.object({
  sellerId: idSchema,
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  currency: currencySchema,
  format: z.enum(['csv', 'pdf']),
});
export const fileOutput = z.object({ name: z.string(), type: z.string(), base64: z.string() });

/** query payments.allPayouts (administrator): newest first. */
export const allPayoutsInput = z.object({ status: statusSchema.optional(), ...page });
export const allPayoutsOutput = z.object({
  items: z.array(payoutSchema.extend({ sellerName: z.string().nullable() })),
  nextCursor: z.string().nullable(),
  counts: z.record(statusSchema, z.int()),
  /** What waits for a bank file. */
  planned: z.array(z.object({ currency: currencySchema, count: z.int(), amount: minor })),
});
/**
 * mutation payments.requestPayouts (administrator): what sellers' schedules make due is planned now, and not at the next full
 * hour; it appears a moment later. Asking again plans nothing twice.
 */
export const requestPayoutsOutput = z.object({ done: z.literal(true) });
/** mutation payments.createPayoutFile (administrator): planned payouts by file leave together. CONFLICT `nothing_planned`. */
export const createPayoutFileInput = z.object({ currency: currencySchema });
export const createPayoutFileOutput = z.object({ fileId: idSchema });
/** query payments.payoutFiles (administrator): the latest 50. */
export const payoutFilesOutput = z.object({
  files: z.array(
    z.object({
      id: idSchema,
      currency: currencySchema,
      count: z.int(),
      amount: minor,
      open: z.int(),
      createdAt: moment,
    }),
  ),
});
/** mutation payments.payoutFile (administrator): the file for the bank, with account numbers; written to the audit log. */
export const payoutFileInput = z.object({ fileId: idSchema });
/** mutation payments.settlePayout (administrator): what the bank said. `failed` gives the amount back to the balance. */
export const settlePayoutInput = z.object({
  payoutId: idSchema,
  outcome: z.enum(['paid', 'failed']),
  reason: z.string().trim().max(200).default(''),
});
/** mutation payments.settlePayoutFile (administrator): all that is open in it was paid. Answers how many. */
export const settlePayoutFileInput = z.object({ fileId: idSchema });
export const settledOutput = z.object({ settled: z.int() });

/** mutation payments.checkLedger (administrator): reads all books. Takes seconds for a million entries. */
export const checkLedgerOutput = z.object({
  transactions: z.int(),
  entries: z.int(),
  balances: z.int(),
  accounts: z.array(z.object({ account: z.string(), currency: currencySchema, amount: minor })),
  problem: z
    .object({
      problem: z.string(),
      reference: z.string(),
      entryId: z.string().nullable(),
      expected: minor,
      found: minor,
    })
    .nullable(),
});
export const doneOutput = z.object({ done: z.literal(true) });
