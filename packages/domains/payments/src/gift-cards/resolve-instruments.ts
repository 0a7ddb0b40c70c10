import type { Currency } from '@mallhive/kernel';
import type { Deps } from '../deps.ts';
import { hashCode, readCode } from './code.ts';
import { coversTooMuch, creditNeedsAccount, giftCardUnknown, instrumentShort } from './errors.ts';

/** What the shopper agreed to pay with besides the provider, in minor units. */
export interface InstrumentsInput {
  /** Whose credit. */
  userId: string | null;
  credit: number;
  giftCards: readonly { code: string; amount: number }[];
}

export interface InstrumentPart {
  instrumentId: string;
  amount: number;
}

/** Which instruments are meant. Whether they have that much is found out when it is held. */
export async function resolveInstruments(
  deps: Deps,
  input: InstrumentsInput | null | undefined,
  { amount, currency }: { amount: number; currency: Currency },
): Promise<InstrumentPart[]> {
  if (!input || (input.credit === 0 && input.giftCards.length === 0)) return [];
  const all = input.giftCards.reduce((sum, card) => sum + card.amount, input.credit);
  if (all > amount) throw coversTooMuch();
  const cards = await cardsOf(deps, input.giftCards);
  if (input.credit === 0) return cards;
  if (!input.userId) throw creditNeedsAccount();
  const credit = await deps.instruments.credit(input.userId, currency);
  if (!credit) throw instrumentShort();
  return [{ instrumentId: credit.id, amount: input.credit }, ...cards];
}

/** One part a card, also when its code was entered twice. */
async function cardsOf(deps: Deps, cards: InstrumentsInput['giftCards']): Promise<InstrumentPart[]> {
  if (cards.length === 0) return [];
  const named = cards.map(({ code, amount }) => ({ hash: hashCode(readCode(code) ?? ''), amount }));
  const known = await deps.instruments.byHashes(named.map(({ hash }) => hash));
  const parts = new Map<string, number>();
  for (const { hash, amount } of named) {
    const card = known.find(({ codeHash }) => codeHash === hash);
    if (!card) throw giftCardUnknown();
    parts.set(card.id, (parts.get(card.id) ?? 0) + amount);
  }
  return [...parts].map(([instrumentId, amount]) => ({ instrumentId, amount }));
}
