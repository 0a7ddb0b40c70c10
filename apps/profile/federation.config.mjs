/** What this remote offers to the shell and to other remotes.
 * @type {import('@mallhive/federation').RemoteConfig} */
export default {
  name: 'profile',
  exposes: {
    AccountPage: {
      module: './exposed/AccountPage.tsx',
      loader: './exposed/AccountPage.loader.ts',
    },
    OrdersPage: {
      module: './exposed/OrdersPage.tsx',
      loader: './exposed/OrdersPage.loader.ts',
    },
    OrderPage: {
      module: './exposed/OrderPage.tsx',
      loader: './exposed/OrderPage.loader.ts',
    },
    OrderLookUpPage: {
      module: './exposed/OrderLookUpPage.tsx',
      loader: './exposed/OrderLookUpPage.loader.ts',
    },
  },
};
