export { type DemoAccount, demoAccounts } from './accounts.ts';
export type { SeedProduct } from './build-product.ts';
export type { SeedCustomer, SeedOrder } from './history.ts';
export { type DemoShop, generateShop, type SeedSeller } from './shop.ts';
