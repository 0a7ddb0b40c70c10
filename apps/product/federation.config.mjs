/** What this remote offers to the shell and to other remotes.
 * @type {import('@mallhive/federation').RemoteConfig} */
export default {
  name: 'product',
  texts: './messages/index.ts',
  exposes: {
    ProductPage: {
      module: './exposed/ProductPage.tsx',
      loader: './exposed/ProductPage.loader.ts',
      uses: ['cart/AddToCart', 'cart/WishButton', 'product/ProductRail'],
      texts: ['gallery', 'options', 'buy', 'sections', 'reviews', 'page', 'rail'],
    },
    ProductCard: {
      module: './exposed/ProductCard.tsx',
      texts: ['card'],
    },
    ProductRail: {
      module: './exposed/ProductRail.tsx',
      texts: ['card', 'rail'],
    },
  },
};
