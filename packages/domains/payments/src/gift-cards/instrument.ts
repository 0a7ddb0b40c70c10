import type { Currency } from '@mallhive/kernel';

export type InstrumentKind = 'gift_card' | 'credit';
export type InstrumentStatus = 'active' | 'blocked' | 'expired' | 'closed';
export type MovementKind = 'issue' | 'spend' | 'refund' | 'expire' | 'forfeit';

/** Money that waits to be spent, as stored. Minor units. */
export interface Instrument {
  id: string;
  kind: InstrumentKind;
  currency: Currency;
  last4: string | null;
  userId: string | null;
  issued: number;
  balance: number;
  /** Of the balance: promised to orders that are not paid yet. */
  held: number;
  status: InstrumentStatus;
  expiresAt: Date | null;
  email: string | null;
  locale: string | null;
  note: string;
  createdAt: Date;
}

/** What an instrument gave or is to give to a payment. */
export interface Hold {
  instrumentId: string;
  kind: InstrumentKind;
  last4: string | null;
  amount: number;
  refunded: number;
  status: 'held' | 'taken' | 'released';
}

/** A part of a refund that stays in the shop. `back`: to the instrument that it came from. */
export interface RefundToInstrument {
  instrumentId: string;
  kind: InstrumentKind;
  amount: number;
  back: boolean;
}

/** What can be spent of it now. */
export const availableOf = ({ balance, held, status, expiresAt }: Instrument, now: Date): number =>
  status === 'active' && (!expiresAt || expiresAt > now) ? balance - held : 0;

/** The last moment in which it can be spent, for showing its day. */
export const lastMomentOf = ({ expiresAt }: Pick<Instrument, 'expiresAt'>): string | null =>
  expiresAt ? new Date(expiresAt.getTime() - 1).toISOString() : null;

/** The account in the books: what the shop owes to the holders of all of them. */
export const accountOf = (kind: InstrumentKind): string => (kind === 'gift_card' ? 'gift_cards' : 'store_credit');

/** Refunds go back first to credit, then to gift cards, each up to what it gave; what is left is the provider's. */
export function splitRefund(amount: number, holds: readonly Hold[]): RefundToInstrument[] {
  let left = amount;
  const inOrder = [...holds].sort((a, b) => Number(b.kind === 'credit') - Number(a.kind === 'credit'));
  return inOrder.flatMap(({ instrumentId, kind, amount: gave, refunded, status }) => {
    const part = status === 'taken' ? Math.min(left, gave - refunded) : 0;
    left -= part;
    return part > 0 ? [{ instrumentId, kind, amount: part, back: true }] : [];
  });
}
