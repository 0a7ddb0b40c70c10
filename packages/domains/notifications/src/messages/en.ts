import { afterSaleEn } from './after-sale/en.ts';
import { giftCardsEn } from './gift-cards/en.ts';
import { shoppingEn } from './shopping/en.ts';

/** What messages to people say. What is filled in comes as plain text; the letter escapes it. */
export const en = {
  hello: (name: string) => (name ? `Hello ${name},` : 'Hello,'),
  unsubscribe: 'No more mails of this kind',
  settings: 'All settings for messages',

  account: {
    because: 'You get this because of an account at MallHive with this address.',
    ignore: 'If it was not you, you need not do anything: without this link nothing changes.',
    verify: {
      subject: 'Please verify your e-mail address',
      preview: 'One click, and your account is complete.',
      heading: 'Is this your address?',
      text: 'Please show us that this address is yours. The link works for three days. If you did not open an account, ignore this mail.',
      action: 'Verify my address',
    },
    repeated: {
      subject: 'You already have an account',
      preview: 'Somebody tried to open another one with your address.',
      text: 'Somebody, probably you, tried to open an account with this address. There is one already, and it is unchanged.',
      forgotten: (url: string) => `If you do not remember your password, you can choose a new one: ${url}`,
      action: 'Sign in',
    },
    reset: {
      subject: 'Choose a new password',
      preview: 'The link works for one hour.',
      text: 'With this link you choose a new password. It works once, for one hour.',
    },
    confirm: {
      subject: 'Please confirm your new e-mail address',
      preview: 'Your account changes to this address when you do.',
      heading: 'Use this address from now on?',
      text: 'Somebody, probably you, wants to use this address for an account at MallHive. The link works for one day.',
      action: 'Confirm this address',
      because: 'You get this because somebody entered this address at MallHive.',
    },
    moved: {
      subject: 'Your e-mail address was changed',
      preview: 'Your account now has another address.',
      text: 'Your account at MallHive now has another e-mail address, and this one no longer opens it. If it was not you, please tell us at once.',
      action: 'It was not me',
    },
    security: {
      subject: 'Something changed about how you sign in',
      heading: 'A change to your account',
      changes: {
        password_changed: 'Your password was changed. Other devices that were signed in have to sign in again.',
        password_reset: 'Your password was set anew by a link in a mail. All devices have to sign in again.',
        second_factor_on: 'Two-step sign-in was switched on. From now on a code of your authenticator app is needed.',
        second_factor_off: 'Two-step sign-in was switched off. Your password alone now lets you in.',
        recovery_codes_renewed: 'New recovery codes were made. The old ones do not work any more.',
        recovery_code_used:
          'A recovery code was used in place of a code of your authenticator app. It does not work again.',
        account_linked: 'An account elsewhere was linked to yours and can now be used to sign in',
        account_unlinked: 'An account elsewhere was unlinked from yours and can no longer be used to sign in',
        tokens_reused: 'A token of an app with access to your account was used twice. We ended its access to be safe.',
      },
      organisation: 'your organisation',
      notYou: 'If it was not you, choose a new password at once and look at the devices that are signed in.',
      when: 'When',
      action: 'Look at my account',
    },
    welcome: {
      subject: 'Welcome to MallHive',
      preview: 'Your account is ready.',
      text: 'Your account is ready. Your orders, addresses and basket stay with you on every device.',
      action: 'Look around',
      because:
        'You get this because somebody opened an account at MallHive with this address. If it was not you, just reply.',
    },
  },

  invitation: {
    subject: (shop: string) => `${shop} invites you to their team`,
    preview: (shop: string) => `Join ${shop} on MallHive.`,
    heading: (shop: string) => `Join ${shop}`,
    roles: { owner: 'an owner', manager: 'a manager', fulfilment: 'somebody who packs and sends' },
    text: (shop: string, role: string, days: number) =>
      `${shop} sells on MallHive and would like you in the team, as ${role}. The link works for ${days} days, with this e-mail address alone.`,
    action: 'See the invitation',
    because: 'You do not know them? Then there is nothing you need to do.',
  },

  data: {
    because: 'You get this because of your account at MallHive. It was not you? Then change your password and reply.',
    ready: {
      subject: 'Your data is ready to download',
      preview: (day: string) => `Until ${day}.`,
      heading: 'Your data is ready',
      text: (day: string) =>
        `Everything we know about you is in one file. You can download it, signed in, until ${day}.`,
      action: 'To the download',
    },
    planned: {
      subject: 'Your account will be deleted',
      preview: (day: string) => `On ${day}, unless you change your mind.`,
      text: (day: string) =>
        `As you wished, we delete your account on ${day}: addresses, lists and everything with your name on it. What you bought stays in our books without your name, as the law asks.`,
      until: 'Until then you can change your mind with one click.',
      action: 'Keep my account',
    },
    erased: {
      subject: 'Your account is deleted',
      preview: 'Good-bye, and thank you.',
      text: 'Your account and what we knew about you are deleted. Thank you for having been here.',
      action: 'To the shop',
      because: 'This is the last message you get from us.',
    },
  },

  order: {
    because: 'You get this because of an order at MallHive. Just reply if something is not right.',
    quantity: (count: number) => `Quantity ${count}`,
    see: 'See your order',
    confirmed: {
      subject: (number: string) => `Your order ${number}`,
      preview: (total: string) => `Thank you. We have your payment of ${total}.`,
      heading: 'Thank you for your order',
      coming: (parcels: number) =>
        parcels === 1 ? 'It comes in one parcel' : `It comes in ${parcels} parcels from ${parcels} sellers`,
      text: (number: string, coming: string) =>
        `We have your payment, and order ${number} is being packed. ${coming}; we write again when something is on its way.`,
      goods: 'Goods',
      delivery: 'Delivery',
      discount: 'Discount',
      tax: 'VAT included',
      taxOnTop: 'Tax',
      total: 'Total',
    },
    shipped: {
      subject: (number: string) => `On its way: a parcel of your order ${number}`,
      preview: (seller: string, carrier: string) => `${seller} sent it with ${carrier}.`,
      heading: 'Your parcel is on its way',
      text: (seller: string, number: string, carrier: string) =>
        `${seller} handed a parcel of order ${number} to ${carrier}.`,
      carrier: 'Carrier',
      tracking: 'Tracking number',
      track: 'Track the parcel',
    },
    cancelled: {
      subject: (number: string) => `Your order ${number} was cancelled`,
      heading: 'Your order was cancelled',
      text: (number: string) => `Order ${number} was cancelled.`,
      reasons: {
        expired: 'The payment did not arrive in time, so the products are back on the shelf.',
        payment_failed: 'The payment did not go through, so the products are back on the shelf.',
        stock_lost: 'By the time your payment arrived the last ones were sold. We are sorry.',
      },
      refunded: 'What you paid is on its way back to you.',
      notCharged: 'You have not been charged.',
      action: 'Back to the shop',
    },
  },

  afterSale: afterSaleEn,
  giftCards: giftCardsEn,
  shopping: shoppingEn,

  review: {
    subject: 'How do you like what you bought?',
    preview: 'A few words help others to choose.',
    heading: 'How do you like it?',
    text: (number: string) =>
      `Your order ${number} arrived some days ago. What do you think of it? A few words help others to choose, and the sellers to get better.`,
    write: (title: string) => `Review “${title}”`,
    because: 'You get this once for each order at MallHive.',
  },
};

export type Words = typeof en;
