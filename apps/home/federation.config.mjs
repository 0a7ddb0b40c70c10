/** What this remote offers to the shell and to other remotes.
 * @type {import('@mallhive/federation').RemoteConfig} */
export default {
  name: 'home',
  texts: './messages/index.ts',
  exposes: {
    HomePage: {
      module: './exposed/HomePage.tsx',
      loader: './exposed/HomePage.loader.ts',
      uses: ['product/ProductCard', 'product/ProductRail'],
      texts: ['home', 'card'],
    },
    ListingPage: {
      module: './exposed/ListingPage.tsx',
      loader: './exposed/ListingPage.loader.ts',
      uses: ['product/ProductCard'],
      texts: ['listing', 'card'],
    },
    SellerPage: {
      module: './exposed/SellerPage.tsx',
      loader: './exposed/SellerPage.loader.ts',
      uses: ['product/ProductCard'],
      texts: ['seller', 'listing', 'card'],
    },
  },
};
