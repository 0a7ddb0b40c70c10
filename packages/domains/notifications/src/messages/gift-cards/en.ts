/** Gift cards and credit. `a` is an amount with its currency. */
export const giftCardsEn = {
  card: {
    subject: (a: string) => `A gift card of ${a} for you`,
    preview: 'Its code is in this mail.',
    heading: (a: string) => `${a} to spend as you like`,
    text: 'Enter the code at the checkout. It need not be spent at once: what is left stays on the card.',
    code: 'Code',
    until: 'Valid until',
    action: 'Find something',
    because:
      'You get this because somebody gave you a gift card of MallHive. Whoever has the code can spend it: please keep it to yourself.',
  },
  credit: {
    subject: (a: string) => `${a} credit for you`,
    preview: 'Use it with your next order.',
    text: 'It is in your account. At the checkout you choose whether to pay with it.',
    action: 'See my credit',
  },
};
export type GiftCardWords = typeof giftCardsEn;
