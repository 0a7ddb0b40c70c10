import { formatMoney } from '@mallhive/kernel';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { creditGranted, giftCardIssued } from '../events.ts';
import { asAdministrator, assertAdministrator, type MoneyActor } from '../payouts/actor.ts';
import { readCursor, writeCursor } from '../payouts/cursor.ts';
import { codeFor, hashCode, printCode } from './code.ts';
import type {
  blockGiftCardInput,
  giftCardOutput,
  giftCardsInput,
  giftCardsOutput,
  grantCreditInput,
  issueGiftCardInput,
} from './contract.ts';
import { expiryPast, giftCardUnknown, notBlockable, personUnknown } from './errors.ts';
import type { CreditPeople } from './people.ts';
import { viewCard, viewMovement } from './view.ts';

const dayMs = 86_400_000;

/** Gift cards and credit as administrators work with them. */
export function createCardAdministration(deps: Deps, { secret, people }: { secret: string; people: CreditPeople }) {
  const { instruments, clock } = deps;
  return {
    list: async (
      actor: MoneyActor,
      { status, search, cursor, limit }: z.output<typeof giftCardsInput>,
    ): Promise<z.output<typeof giftCardsOutput>> => {
      assertAdministrator(actor);
      const [found, owed] = await Promise.all([
        instruments.list(status ?? null, search || null, readCursor(cursor), limit + 1),
        instruments.totals(),
      ]);
      const items = found.slice(0, limit);
      const last = items.at(-1);
      const nextCursor = found.length > limit && last ? writeCursor({ at: last.createdAt, id: last.id }) : null;
      return { items: items.map(viewCard), nextCursor, owed };
    },

    card: async (actor: MoneyActor, giftCardId: string): Promise<z.output<typeof giftCardOutput>> => {
      assertAdministrator(actor);
      const card = await instruments.byId(giftCardId);
      if (card?.kind !== 'gift_card') throw giftCardUnknown();
      return { card: viewCard(card), movements: (await instruments.movements([giftCardId], 200)).map(viewMovement) };
    },

    issue: async (actor: MoneyActor, input: z.output<typeof issueGiftCardInput>) => {
      assertAdministrator(actor);
      const { requestId: id, amount, currency, expiresOn, note, email, locale } = input;
      const at = clock.now();
      const expiresAt = expiresOn ? new Date(Date.parse(expiresOn) + dayMs) : null;
      if (expiresAt && expiresAt <= at) throw expiryPast();
      const code = codeFor(secret, id);
      const card = { id, currency, codeHash: hashCode(code), last4: code.slice(-4), expiresAt, email, locale, note };
      await instruments.withNewCard({ ...card, createdBy: actor.id, at }, async (locked) => {
        await locked.change({ amount, kind: 'issue', reference: `issue:${id}`, by: actor.id, note, at });
        await locked.audit({
          actor: asAdministrator(actor),
          sellerId: null,
          action: 'gift_card.issue',
          objectType: 'gift_card',
          objectId: id,
          changes: { amount: [null, formatMoney({ amount, currency })], mailed: [null, email !== null] },
          at,
        });
        await locked.append(email ? [giftCardIssued.create({ giftCardId: id }, at)] : []);
      });
      // Another thing of this id gives its code to nobody.
      if ((await instruments.hashOf(id)) !== card.codeHash) throw giftCardUnknown();
      return { giftCardId: id, code: printCode(code) };
    },

    block: async (actor: MoneyActor, { giftCardId, blocked }: z.output<typeof blockGiftCardInput>) => {
      assertAdministrator(actor);
      const at = clock.now();
      const done = await instruments.withLocked(giftCardId, async ({ instrument, setStatus, audit }) => {
        if (instrument.kind !== 'gift_card') return null;
        const to = blocked ? 'blocked' : 'active';
        if (instrument.status === to) return viewCard(instrument);
        if (instrument.status !== 'active' && instrument.status !== 'blocked') throw notBlockable();
        await setStatus(to, at);
        await audit({
          actor: asAdministrator(actor),
          sellerId: null,
          action: blocked ? 'gift_card.block' : 'gift_card.unblock',
          objectType: 'gift_card',
          objectId: giftCardId,
          at,
        });
        return viewCard({ ...instrument, status: to });
      });
      if (!done) throw giftCardUnknown();
      return { card: done };
    },

    grantCredit: async (actor: MoneyActor, input: z.output<typeof grantCreditInput>): Promise<{ balance: number }> => {
      assertAdministrator(actor);
      const { requestId, email, amount, currency, note } = input;
      const person = await people.byEmail(email);
      if (!person) throw personUnknown();
      const { userId } = person;
      const at = clock.now();
      const reference = `grant:${requestId}`;
      const balance = await instruments.withCredit(userId, currency, at, async (locked) => {
        if (await locked.known(reference)) return locked.instrument.balance;
        await locked.change({ amount, kind: 'issue', reference, by: actor.id, note, at });
        await locked.audit({
          actor: asAdministrator(actor),
          sellerId: null,
          action: 'credit.grant',
          objectType: 'credit',
          objectId: locked.instrument.id,
          changes: { amount: [null, formatMoney({ amount, currency })] },
          at,
        });
        await locked.append([creditGranted.create({ movement: requestId, userId, amount, currency, note }, at)]);
        return locked.instrument.balance + amount;
      });
      return { balance: balance ?? 0 };
    },
  };
}
