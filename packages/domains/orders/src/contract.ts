/** The shapes that cross the edge of the orders domain. */
export * from './contract-checkout.ts';
export * from './contract-orders.ts';
export * from './contract-selling.ts';
