import type { Topic } from './topic.ts';

/** Shown at /help/<key>, in the order of the footer. */
export const help: Record<string, Topic> = {
  delivery: {
    title: 'Delivery',
    lead: 'Every shop on MallHive sends its own parcels. You see the price and the time before you pay.',
    sections: [
      {
        heading: 'How long it takes',
        paragraphs: [
          'Most shops hand a parcel to the carrier within one or two working days. Standard delivery in the United Kingdom then takes two to four working days, express delivery one.',
          'Products from several shops come in several parcels. Each has its own tracking number, and you find all of them on the page of your order.',
        ],
      },
      {
        heading: 'What it costs',
        paragraphs: [
          'Delivery is counted once for each shop in your basket, not for each product. The checkout shows the sum before you pay; nothing is added later.',
        ],
      },
      {
        heading: 'Where is my parcel?',
        paragraphs: [
          'Signed in, open “Your orders”. As a guest, use “Find an order” with the order number and the e-mail address from the confirmation.',
        ],
      },
    ],
  },
  returns: {
    title: 'Returns and refunds',
    lead: 'Changed your mind? You have 30 days from the day the parcel arrived.',
    sections: [
      {
        heading: 'How to send something back',
        paragraphs: [
          'Write to the shop from the page of your order and say which products you would like to return. The shop answers with the address to send them to.',
          'Please send products back unused and in their packaging. Products made to measure and opened hygiene products can only be returned when they are faulty.',
        ],
      },
      {
        heading: 'When you get your money back',
        paragraphs: [
          'The shop refunds you within 14 days of getting the parcel, to the card or account you paid with. Your bank may need a few days more to show it.',
        ],
      },
      {
        heading: 'Faulty or wrong products',
        paragraphs: ['The shop pays for the way back, and you choose between a replacement and your money.'],
      },
    ],
  },
  payment: {
    title: 'Payment',
    lead: 'Pay with the method you trust. MallHive never stores your card number.',
    sections: [
      {
        heading: 'When you are charged',
        paragraphs: [
          'Your payment is confirmed when you place the order. If it is declined, no order is placed and the products stay in your basket.',
          'Some banks ask you to confirm a payment in their app. The checkout waits for you; you can close the page and come back.',
        ],
      },
      {
        heading: 'Prices, currencies and VAT',
        paragraphs: [
          'You choose between pounds, euros, US dollars and yen; you order and are charged in the currency you chose. All prices include VAT, and your confirmation lists it.',
        ],
      },
    ],
  },
  account: {
    title: 'Your account',
    lead: 'You can buy without an account. With one, your addresses and orders are in one place.',
    sections: [
      {
        heading: 'Sign in',
        paragraphs: [
          'What you put in the basket as a guest is still there after you sign in. If you had a basket from before, both are put together.',
        ],
      },
      {
        heading: 'Keep it safe',
        paragraphs: [
          'Use a password you use nowhere else. On the page of your account you see where you are signed in, and you can end each of those sessions.',
        ],
      },
    ],
  },
};
