/** What sellers are told, in the language of their dashboard. */
export const sellerWords = {
  hello: (name: string) => (name ? `Hello ${name},` : 'Hello,'),
  because: (shop: string) => `You get this because you belong to ${shop} on MallHive.`,
  noticed: (reason: string) => `What we noticed: ${reason}`,
  dashboard: 'Open your dashboard',
  product: 'Open the product',
  status: {
    pending: (shop: string) => ({
      subject: 'We have your application',
      text: `Thank you for wanting to sell with ${shop}. We look at every shop ourselves and write again within two working days.`,
    }),
    approved: (shop: string) => ({
      subject: `${shop} is approved`,
      text: `Welcome! ${shop} is approved. What you publish from now on everybody can see and buy.`,
    }),
    reinstated: (shop: string) => ({
      subject: `${shop} is open again`,
      text: `The suspension of ${shop} is over. Your products are back in the shop.`,
    }),
    rejected: (shop: string) => ({
      subject: 'About your application',
      text: `We cannot approve ${shop} as it is. You can change what is missing and apply again.`,
    }),
    suspended: (shop: string) => ({
      subject: `${shop} is suspended`,
      text: 'Your products are not shown for now, and nothing can be changed. Orders that are paid still need to be sent.',
    }),
  },
  decided: {
    approved: (product: string) => ({
      subject: `Approved: ${product}`,
      text: `We have looked at “${product}”. It is approved, and everybody can see and buy it.`,
    }),
    rejected: (product: string) => ({
      subject: `Not approved: ${product}`,
      text: `We have looked at “${product}” and cannot show it as it is. Change what is missing and publish it again; then we look once more.`,
    }),
  },
  changed: {
    cancelled: (number: string) => ({
      subject: `Cancelled: items of order ${number}`,
      text: 'The shopper took these back before anything was sent. Please do not pack them; they are in your stock again.',
    }),
    return: (number: string) => ({
      subject: `Return requested: order ${number}`,
      text: 'The shopper wants to send these back. Please decide within a few days, and say where to send them.',
    }),
  },
  stockLow: {
    subject: (count: number, title: string) => (count === 1 ? `Running low: ${title}` : `${count} products run low`),
    text: (shop: string) =>
      `There are fewer of these left than ${shop} wants to have. You hear of each once, until there are enough again.`,
    left: (units: number) => (units > 0 ? `${units} left` : 'sold out'),
    action: 'See the stock',
  },
  newOrder: {
    subject: (number: string) => `New order ${number}`,
    preview: (total: string, country: string) => `${total}, to ${country}.`,
    heading: 'You have a new order',
    text: (number: string, seller: string) => `Order ${number} for ${seller} is paid and ready to be packed.`,
    total: 'Total with delivery',
    action: 'Pack and send it',
  },
  review: {
    subject: (product: string, rating: number) => `${'★'.repeat(rating)} for ${product}`,
    heading: (rating: number) => (rating >= 4 ? 'Somebody likes what you sell' : 'A new review'),
    text: (product: string) =>
      `Somebody who bought “${product}” wrote about it. You can answer; your answer stands below.`,
    noWords: 'Without words.',
    rating: 'Rating',
    title: 'Title',
    stars: (rating: number) => `${rating} of 5`,
    action: 'Read and answer',
  },
  payout: {
    paid: (amount: string) => ({
      subject: 'A payout is on its way to your account',
      text: `We have paid out ${amount}. Depending on your bank it takes a day or two until you see it. The statement says what it is made of.`,
      action: 'See the statement',
    }),
    failed: (amount: string) => ({
      subject: 'A payout did not arrive',
      text: `We could not pay out ${amount}. The money stays in your balance. Please look at your account details; the next payout tries again.`,
      action: 'Look at the account',
    }),
  },
  daily: {
    subject: (shop: string, orders: number) =>
      orders === 1 ? `${shop}: one order yesterday` : `${shop}: ${orders} orders yesterday`,
    preview: (toPack: number) => (toPack === 0 ? 'Nothing waits to be packed.' : `${toPack} to be packed.`),
    heading: 'Your day in figures',
    text: (day: string) => `What came in on ${day}, and what waits for you now.`,
    orders: 'Orders',
    sales: 'Sales with delivery',
    toPack: 'To be packed',
    returns: 'Returns to look at',
  },
};
