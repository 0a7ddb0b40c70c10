import type { PaymentsFacade } from '../../index.ts';
import { blockGiftCard } from './block-gift-card.ts';
import { checkGiftCard } from './check-gift-card.ts';
import { giftCard } from './gift-card.ts';
import { giftCards } from './gift-cards.ts';
import { grantCredit } from './grant-credit.ts';
import { issueGiftCard } from './issue-gift-card.ts';
import { myCredit } from './my-credit.ts';

export const giftCardProcedures = (payments: PaymentsFacade) => ({
  checkGiftCard: checkGiftCard(payments),
  myCredit: myCredit(payments),
  giftCards: giftCards(payments),
  giftCard: giftCard(payments),
  issueGiftCard: issueGiftCard(payments),
  blockGiftCard: blockGiftCard(payments),
  grantCredit: grantCredit(payments),
});
