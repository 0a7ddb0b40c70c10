/** What this remote offers to the shell and to other remotes.
 * @type {import('@mallhive/federation').RemoteConfig} */
export default {
  name: 'product',
  exposes: {
    ProductPage: {
      module: './exposed/ProductPage.tsx',
      loader: './exposed/ProductPage.loader.ts',
      uses: ['cart/AddToCart', 'product/ProductRail'],
    },
    ProductCard: {
      module: './exposed/ProductCard.tsx',
    },
    ProductRail: {
      module: './exposed/ProductRail.tsx',
    },
  },
};
