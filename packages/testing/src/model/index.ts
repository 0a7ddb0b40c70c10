export { type Card, cardNumbers, type Operation, operations } from './operations.ts';
export { createShopModel, type ModelOrder, type ShopModel } from './shop-model.ts';
