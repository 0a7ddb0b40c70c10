export { type DemoAccount, demoAccounts, demoApplication } from './accounts.ts';
export type { SeedProduct } from './build-product.ts';
export { type Album, createAlbum, type PictureRef } from './compose-pictures.ts';
export type { SeedCustomer, SeedOrder } from './history.ts';
export { composeImportedCategory, composeImportedPictures } from './imported-pictures.ts';
export { type DemoShop, generateShop, type SeedSeller } from './shop.ts';
export { slugify } from './slug.ts';
