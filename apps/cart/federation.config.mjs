/** What this remote offers to the shell and to other remotes.
 * @type {import('@mallhive/federation').RemoteConfig} */
export default {
  name: 'cart',
  texts: './messages/index.ts',
  exposes: {
    CartPage: {
      module: './exposed/CartPage.tsx',
      loader: './exposed/CartPage.loader.ts',
      uses: ['product/ProductRail'],
      texts: ['page', 'coupon'],
    },
    AddToCart: {
      module: './exposed/AddToCart.tsx',
      texts: ['add'],
    },
    WishButton: {
      module: './exposed/WishButton.tsx',
      texts: ['wish'],
    },
    StockAlert: {
      module: './exposed/StockAlert.tsx',
      texts: ['alert'],
    },
    MiniCart: {
      module: './exposed/MiniCart.tsx',
      texts: ['mini'],
    },
  },
};
