/** What is told of things that people look at and wait for, and of parcels that arrived. */
export const shoppingEn = {
  backInStock: {
    subject: (title: string, count: number) =>
      count === 1 ? `Back in stock: ${title}` : `Back in stock: ${title} and ${count - 1} more`,
    preview: 'There are not always many. First come, first served.',
    heading: (count: number): string => (count === 1 ? 'It is back' : 'They are back'),
    text: (count: number): string =>
      count === 1 ? 'What you were waiting for can be bought again.' : 'What you were waiting for can be bought again:',
    action: 'See it',
    link: (title: string) => `See “${title}”`,
    because: 'You get this because you asked us to tell you, or because it is on your wishlist.',
  },
  priceDrop: {
    subject: (title: string, count: number) =>
      count === 1 ? `Cheaper now: ${title}` : `Cheaper now: ${title} and ${count - 1} more`,
    preview: 'A lower price on your wishlist.',
    heading: (count: number): string => (count === 1 ? 'It costs less now' : 'They cost less now'),
    text: 'The price of something on your wishlist went down:',
    before: (price: string) => `before ${price}`,
    action: 'To your wishlist',
    because: 'You get this because these are on your wishlist. Each drop is told once.',
  },
  abandonedCart: {
    subject: (title: string) => `Still in your basket: ${title}`,
    preview: 'We kept it for you.',
    heading: 'Your basket is still here',
    text: 'You left these in your basket. With the link below it is there on any device. Nothing is reserved, and prices are those of the day.',
    total: 'Together now',
    action: 'Back to my basket',
    because: 'You get this because you asked for offers. There is one such mail for a basket, not more.',
  },
  delivered: {
    subject: (number: string) => `Arrived: a parcel of your order ${number}`,
    preview: (seller: string) => `The parcel from ${seller} was delivered.`,
    heading: 'Your parcel has arrived',
    text: (seller: string, number: string) => `The parcel from ${seller} of order ${number} was delivered.`,
    help: 'It is not there, or something is not right? Open the order to send it back or to write to the seller.',
  },
  newDevice: {
    subject: 'A new device signed in to your account',
    preview: 'It was you? Then there is nothing to do.',
    heading: 'Was this you?',
    text: 'Somebody signed in to your account on a device that we have not seen before.',
    device: 'Device',
    unknown: 'not known',
    when: 'When',
    notYou: 'If it was not you, sign that device out and choose a new password at once.',
    action: 'Look at my devices',
  },
};
export type ShoppingWords = typeof shoppingEn;
