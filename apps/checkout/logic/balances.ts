/** A gift card as the shopper entered it, with what can be spent of it. Minor units of the order's currency. */
export interface EnteredCard {
  code: string;
  last4: string;
  available: number;
}

export interface Share {
  amount: number;
  /** What stays. */
  left: number;
}

export interface Shares {
  credit: Share;
  cards: (EnteredCard & Share)[];
  covered: number;
}

/** What each gives to a total: first the credit, then the cards in the order in which they were entered. */
export function sharesOf(total: number, credit: number, cards: readonly EnteredCard[]): Shares {
  let open = total;
  const give = (available: number): Share => {
    const amount = Math.min(open, available);
    open -= amount;
    return { amount, left: available - amount };
  };
  const fromCredit = give(credit);
  const fromCards = cards.map((card) => ({ ...card, ...give(card.available) }));
  return { credit: fromCredit, cards: fromCards, covered: total - open };
}

/** As the order is placed with it; undefined when nothing is given. */
export function payWithOf({ credit, cards, covered }: Shares) {
  if (covered === 0) return undefined;
  return {
    credit: credit.amount,
    giftCards: cards.filter(({ amount }) => amount > 0).map(({ code, amount }) => ({ code, amount })),
  };
}
