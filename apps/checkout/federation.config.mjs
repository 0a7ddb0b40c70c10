/** What this remote offers to the shell and to other remotes.
 * @type {import('@mallhive/federation').RemoteConfig} */
export default {
  name: 'checkout',
  texts: './messages/index.ts',
  exposes: {
    CheckoutPage: {
      module: './exposed/CheckoutPage.tsx',
      loader: './exposed/CheckoutPage.loader.ts',
      texts: ['page', 'field', 'problem', 'giftCards'],
    },
    ConfirmationPage: {
      module: './exposed/ConfirmationPage.tsx',
      loader: './exposed/ConfirmationPage.loader.ts',
      texts: ['page', 'confirmation', 'giftCards'],
    },
  },
};
