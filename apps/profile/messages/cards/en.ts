/** The page of saved cards. */
export const cardsEn = {
  cards: {
    title: 'Saved cards',
    lead: 'Cards that you let us keep at the checkout. Their numbers stay with the payment provider; we know only their end.',
    empty: 'No saved cards',
    emptyText: 'When you pay, you can choose to keep the card for the next time.',
    failed: 'That did not work. Please try again.',
    first: 'Used first',
    expires: 'Expires {date}',
    choose: 'Use first',
    chooseCard: 'Use first: {card}',
    remove: 'Remove',
    removeCard: 'Remove {card}',
    sure: 'Remove {card}?',
    removeIt: 'Yes, remove',
    keep: 'Keep',
  },
} as const;
