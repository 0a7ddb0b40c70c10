/** What the page about messages to a person says. */
export const notificationsEn = {
  notifications: {
    title: 'Messages to you',
    lead: 'What we write to you about. A change counts from the next message on.',
    optional: 'As you like',
    selling: 'About your shop',
    always: 'What always comes',
    alwaysLead:
      'These messages belong to what you do here: without them you would not know what happens with your money and your account. So they cannot be switched off.',
    alwaysOn: 'Always on',
    channel: {
      email: 'By e-mail',
      inbox: 'In your inbox here',
      sms: 'By text message',
      push: 'On this device',
    },
    kind: {
      account: {
        title: 'Account and security',
        text: 'Links you asked for, changes to how you sign in, your data and your account.',
      },
      orders: { title: 'Your orders', text: 'Confirmations, parcels, cancellations and money that comes back.' },
      reviews: { title: 'Reviews', text: 'A week after an order has arrived, how you like it. Once for each order.' },
      wishlist: { title: 'Your wishlist', text: 'When something on it becomes cheaper or is back in stock.' },
      offers: {
        title: 'Offers and news',
        text: 'Now and then, what is new and what costs less. Off until you want it.',
      },
      daily: {
        title: 'Your day in figures',
        text: 'In the morning: what the day before brought, and what waits to be packed.',
      },
      sales: { title: 'New orders', text: 'A mail for each paid order. Your dashboard shows them either way.' },
      stock: {
        title: 'Stock that runs low',
        text: 'A mail when there are fewer left than you want to have. Your dashboard shows them either way.',
      },
      shop: {
        title: 'Decisions about your shop',
        text: 'Approvals, and what is wrong when something cannot be shown. Always comes.',
      },
    },
    times: {
      title: 'When we may write',
      text: 'Messages that can wait – prices, what is back, a basket you left – come in your daytime. Those about orders and your account come at once.',
      zone: 'Time zone',
      from: 'Quiet from',
      until: 'Quiet until',
      hint: 'Never quiet: set both to the same time.',
    },
    saved: 'Saved.',
    failed: 'That could not be saved, and nothing has changed. Please try again.',
    language: {
      title: 'Language of our messages',
      label: 'Language',
      hint: 'For what we write to you. Mails about an order come in the language in which you ordered.',
    },
  },
} as const;
