/** What this remote offers to the shell and to other remotes.
 * @type {import('@mallhive/federation').RemoteConfig} */
export default {
  name: 'cart',
  exposes: {
    CartPage: {
      module: './exposed/CartPage.tsx',
      loader: './exposed/CartPage.loader.ts',
      uses: ['product/ProductRail'],
    },
    AddToCart: {
      module: './exposed/AddToCart.tsx',
    },
    MiniCart: {
      module: './exposed/MiniCart.tsx',
    },
  },
};
