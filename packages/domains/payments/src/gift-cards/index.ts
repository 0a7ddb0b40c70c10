import { type Currency, type Locale, localeSchema, type RateLimiter, tooManyRequests } from '@mallhive/kernel';
import type { z } from 'zod';
import { stopPayment } from '../cancel-payment.ts';
import type { Deps } from '../deps.ts';
import { createCardAdministration } from './administration.ts';
import { codeFor, hashCode, printCode, readCode } from './code.ts';
import type { checkGiftCardOutput, myCreditOutput } from './contract.ts';
import { giftCardUnknown } from './errors.ts';
import type { LockedInstrument } from './instrument.repository.ts';
import { availableOf, lastMomentOf } from './instrument.ts';
import type { CreditPeople } from './people.ts';
import { viewMovement } from './view.ts';

/** More than anybody types; to guess a code it would take ages of ages. */
const guesses = { limit: 30, windowSeconds: 600 };
/** Longer than any order waits for its payment. */
const staleMs = 3 * 3_600_000;

export interface GiftCardMail {
  email: string;
  locale: Locale;
  amount: number;
  currency: Currency;
  expiresAt: string | null;
  note: string;
}

/** Money that waits in the shop to be spent. Amounts in minor units. */
export function createGiftCards(
  deps: Deps,
  { secret, people, limiter }: { secret: string; people: CreditPeople; limiter: RateLimiter | null },
) {
  const { instruments, clock } = deps;

  /** What nobody can spend any more is ours again; what is promised to an order stays until that has ended. */
  async function end(locked: LockedInstrument, kind: 'expire' | 'forfeit'): Promise<void> {
    const { id, balance, held } = locked.instrument;
    const at = clock.now();
    const amount = held - balance;
    const reference = `${kind}:${id}:${at.getTime()}`;
    if (amount < 0) await locked.change({ amount, kind, reference, by: null, note: '', at });
  }

  return {
    ...createCardAdministration(deps, { secret, people }),

    /** @param address of the caller, for the limit of guesses */
    check: async (code: string, address: string): Promise<z.output<typeof checkGiftCardOutput>> => {
      const answer = await limiter?.take(`payments.gift-card:${address}`, guesses);
      if (answer && !answer.allowed) throw tooManyRequests(answer);
      const known = readCode(code);
      const [card] = known ? await instruments.byHashes([hashCode(known)]) : [];
      if (!card) throw giftCardUnknown();
      const now = clock.now();
      if (card.status !== 'active' || (card.expiresAt && card.expiresAt <= now)) throw giftCardUnknown();
      const { last4, currency } = card;
      return {
        last4: last4 ?? '',
        currency,
        available: availableOf(card, now),
        expiresAt: lastMomentOf(card),
      };
    },

    mine: async (userId: string): Promise<z.output<typeof myCreditOutput>> => {
      const credits = await instruments.credits(userId);
      const moved =
        credits.length > 0
          ? await instruments.movements(
              credits.map(({ id }) => id),
              100,
            )
          : [];
      return {
        credits: credits.map((credit) => ({
          currency: credit.currency,
          balance: credit.balance,
          available: availableOf(credit, clock.now()),
          movements: moved.filter(({ instrumentId }) => instrumentId === credit.id).map(viewMovement),
        })),
      };
    },

    /** What the mail of a new card says; null when it goes to nobody (any more). */
    mailOf: async (giftCardId: string): Promise<GiftCardMail | null> => {
      const card = await instruments.byId(giftCardId);
      if (!card?.email) return null;
      const { email, issued: amount, currency, note } = card;
      const locale = localeSchema.catch('en').parse(card.locale);
      return { email, locale, amount, currency, expiresAt: lastMomentOf(card), note };
    },
    /** For the mail of a new card alone; null for what is no card of this shop, or made under another secret. */
    codeOf: async (giftCardId: string): Promise<string | null> => {
      const code = codeFor(secret, giftCardId);
      return (await instruments.hashOf(giftCardId)) === hashCode(code) ? printCode(code) : null;
    },

    /** For a job: cards whose last day is over. Answers how many. */
    expireDue: async (): Promise<number> => {
      const ids = await instruments.due(clock.now(), 200);
      for (const id of ids) {
        await instruments.withLocked(id, async (locked) => {
          const { status, expiresAt, held } = locked.instrument;
          if (status !== 'active' || !expiresAt || expiresAt > clock.now()) return;
          await end(locked, 'expire');
          // What an order still holds keeps the card until the next round.
          if (held === 0) await locked.setStatus('expired', clock.now());
        });
      }
      return ids.length;
    },

    /** For a job: what is held for payments that nobody finished is let go with them. Answers how many payments there were. */
    releaseStale: async (): Promise<number> => {
      const ids = await instruments.stale(new Date(clock.now().getTime() - staleMs), 100);
      for (const id of ids) {
        const payment = await deps.payments.byId(id);
        if (payment) await stopPayment(deps, payment);
      }
      return ids.length;
    },

    /** For a person's data export. */
    creditOfPerson: async (userId: string) => {
      const credits = await instruments.credits(userId);
      const moved = await instruments.movements(
        credits.map(({ id }) => id),
        10_000,
      );
      return credits.map(({ id, currency, balance }) => ({
        currency,
        balance,
        movements: moved.filter(({ instrumentId }) => instrumentId === id).map(viewMovement),
      }));
    },
    /** The person goes, and their credit with them; the books stay. Repeating is harmless. Answers how many credits there were. */
    forgetPerson: async (userId: string, email: string): Promise<number> => {
      const credits = await instruments.credits(userId);
      for (const { id } of credits) {
        await instruments.withLocked(id, async (locked) => {
          await end(locked, 'forfeit');
          await locked.forget(clock.now());
        });
      }
      if (email) await instruments.forgetMail(email.toLowerCase(), clock.now());
      return credits.length;
    },
  };
}
