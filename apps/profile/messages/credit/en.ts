/** The page of credit and gift cards, and how an order was paid with them. */
export const creditEn = {
  credit: {
    title: 'Credit and gift cards',
    own: 'Your credit',
    empty: 'You have no credit at the moment.',
    emptyText:
      'What you get back as credit, or are given, is shown here. At the checkout you choose whether to pay with it.',
    waits: '{amount} of it is kept for an order that waits for its payment.',
    history: 'What happened',
    balance: 'Then {amount}',
    check: 'What is left on a gift card?',
    checkLead: 'Enter the code of a gift card to see what can be spent of it.',
    code: 'Gift card code',
    ask: 'Look',
    missing: 'Please enter the code.',
    unknown: 'We do not know this code, or the card cannot be used any more. Please check it.',
    tooMany: 'Too many attempts. Please wait a few minutes.',
    example: 'XXXX-XXXX-XXXX-XXXX-XXXX',
    failed: 'That did not work. Please try again.',
    worth: '{amount} can be spent with the card ending in {last4}.',
    until: 'It can be used until {day}.',
    kinds: {
      issue: 'You were given credit',
      spend: 'Used for an order',
      refund: 'Back from an order',
      expire: 'Ran out',
      forfeit: 'Ended',
    },
  },
  creditParts: {
    gift: 'Gift card …{last4}: {amount}',
    credit: 'Credit: {amount}',
  },
} as const;
