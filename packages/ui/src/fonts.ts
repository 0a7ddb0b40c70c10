/** Addresses of the two font files as the bundler emits them, for `<link rel="preload" as="font" type="font/woff2" crossOrigin="anonymous">`. */
export const fontUrls = [
  new URL('./fonts/fraunces-display-latin.woff2', import.meta.url).toString(),
  new URL('./fonts/instrument-sans-latin.woff2', import.meta.url).toString(),
];
