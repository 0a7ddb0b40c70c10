import type { z } from 'zod';
import type { giftCardOutput } from './contract.ts';
import type { Movement } from './instrument.repository.ts';
import { type Instrument, lastMomentOf } from './instrument.ts';

type Output = z.output<typeof giftCardOutput>;

export const viewCard = (card: Instrument): Output['card'] => ({
  id: card.id,
  last4: card.last4 ?? '',
  currency: card.currency,
  issued: card.issued,
  balance: card.balance,
  held: card.held,
  status: card.status,
  expiresAt: lastMomentOf(card),
  email: card.email,
  note: card.note,
  createdAt: card.createdAt.toISOString(),
});

export const viewMovement = ({ kind, amount, balanceAfter, note, at }: Movement): Output['movements'][number] => ({
  kind,
  amount,
  balanceAfter,
  note,
  at: at.toISOString(),
});
