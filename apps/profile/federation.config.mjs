/** What this remote offers to the shell and to other remotes.
 * @type {import('@mallhive/federation').RemoteConfig} */
export default {
  name: 'profile',
  texts: './messages/index.ts',
  exposes: {
    AccountPage: {
      module: './exposed/AccountPage.tsx',
      loader: './exposed/AccountPage.loader.ts',
      texts: ['nav', 'account', 'field', 'orders', 'status'],
    },
    OrdersPage: {
      module: './exposed/OrdersPage.tsx',
      loader: './exposed/OrdersPage.loader.ts',
      uses: ['product/ProductRail'],
      texts: ['nav', 'orders', 'status'],
    },
    OrderPage: {
      module: './exposed/OrderPage.tsx',
      loader: './exposed/OrderPage.loader.ts',
      texts: [
        'nav',
        'status',
        'order',
        'event',
        'paymentStatus',
        'afterSale',
        'cancel',
        'documents',
        'returns',
        'creditParts',
      ],
    },
    OrderLookUpPage: {
      module: './exposed/OrderLookUpPage.tsx',
      loader: './exposed/OrderLookUpPage.loader.ts',
      texts: [
        'nav',
        'status',
        'order',
        'event',
        'paymentStatus',
        'lookUp',
        'afterSale',
        'cancel',
        'documents',
        'returns',
        'creditParts',
      ],
    },
    WishlistPage: {
      module: './exposed/WishlistPage.tsx',
      loader: './exposed/WishlistPage.loader.ts',
      texts: ['nav', 'wishlist'],
    },
    CreditPage: {
      module: './exposed/CreditPage.tsx',
      loader: './exposed/CreditPage.loader.ts',
      texts: ['nav', 'credit'],
    },
    CardsPage: {
      module: './exposed/CardsPage.tsx',
      loader: './exposed/CardsPage.loader.ts',
      texts: ['nav', 'cards'],
    },
    NotificationsPage: {
      module: './exposed/NotificationsPage.tsx',
      loader: './exposed/NotificationsPage.loader.ts',
      texts: ['nav', 'notifications'],
    },
    InboxPage: {
      module: './exposed/InboxPage.tsx',
      loader: './exposed/InboxPage.loader.ts',
      texts: ['nav', 'inbox'],
    },
    SecurityPage: {
      module: './exposed/SecurityPage.tsx',
      loader: './exposed/SecurityPage.loader.ts',
      texts: ['nav', 'proof', 'security'],
    },
    DataPage: {
      module: './exposed/DataPage.tsx',
      loader: './exposed/DataPage.loader.ts',
      texts: ['nav', 'proof', 'security', 'data'],
    },
  },
};
