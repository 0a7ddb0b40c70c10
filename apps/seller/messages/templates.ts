/** The page on which administrators look at what the shop sends. */
export const templateMessages = {
  nav: 'Messages',
  title: 'Messages',
  lead: 'Everything the shop sends, with sample data, as it arrives.',
  message: 'Message',
  language: 'Language',
  subject: 'Subject',
  beside: 'Shown beside it',
  view: 'Show as',
  views: { html: 'Mail', text: 'Plain text' },
  frame: (name: string, language: string) => `${name}, in ${language}`,
  mandatory: 'Always sent',
  optional: 'Can be switched off',
  kinds: {
    account: 'Account',
    orders: 'Orders',
    reviews: 'Reviews',
    wishlist: 'Wishlist',
    offers: 'Offers',
    sales: 'To sellers: sales',
    daily: 'To sellers: their day',
    stock: 'To sellers: stock',
    shop: 'To sellers: their shop',
  },
  /** `order-confirmation`: Order confirmation. */
  nameOf: (template: string) => {
    const words = template.replaceAll('-', ' ');
    return words.charAt(0).toUpperCase() + words.slice(1);
  },
} as const;
