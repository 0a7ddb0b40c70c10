/** What shoppers hear after they paid: cancellations, refunds, returns. */
export const afterSaleEn = {
  cancelled: {
    subject: (number: string) => `Cancelled: items of your order ${number}`,
    heading: 'Items of your order were cancelled',
    byYou: (seller: string, number: string) => `As you wished, ${seller} does not send these items of order ${number}:`,
    byShop: (seller: string, number: string) => `${seller} cannot send these items of order ${number}. We are sorry:`,
    refund: (amount: string) => `${amount} goes back the way you paid. It usually takes a few days to arrive.`,
    nothing: 'There was nothing to give back for them.',
    note: 'The seller writes',
  },
  lost: {
    subject: (number: string) => `A parcel of your order ${number} was lost`,
    heading: 'A parcel to you was lost',
    text: (seller: string, number: string) =>
      `The parcel that ${seller} sent for order ${number} did not arrive, and the carrier cannot find it. We are sorry. It held:`,
    again: (seller: string) => `${seller} sends it again. You get the new tracking number as soon as it is on its way.`,
  },
  refunded: {
    subject: (amount: string, number: string) => `${amount} back for your order ${number}`,
    heading: (amount: string) => `${amount} is on its way back to you`,
    text: (seller: string, number: string) =>
      `We sent it back the way you paid, for what you bought from ${seller} in order ${number}.`,
    patience: 'Depending on your bank it takes a few days until you see it.',
  },
  returned: {
    subject: (number: string, state: string) => `Return ${number}: ${state}`,
    states: {
      approved: 'please send it back',
      refused: 'not accepted',
      received: 'it arrived',
      inspected: 'checked',
      exchanged: 'your exchange is being packed',
    },
    texts: {
      approved: (seller: string) => `${seller} takes these items back. Please send them as it says here:`,
      refused: (seller: string) => `${seller} does not take these items back.`,
      received: (seller: string) => `${seller} has your parcel and checks it now.`,
      inspected: (seller: string) => `${seller} checked what you sent back.`,
      exchanged: (seller: string) => `${seller} checked what you sent back and packs what you wanted instead.`,
    },
    reason: 'What the seller writes',
    instructions: 'How to send it back',
    refund: (amount: string) => `${amount} goes back the way you paid.`,
  },
};
export type AfterSaleWords = typeof afterSaleEn;
