export {
  arrive,
  askReturn,
  cancelUnits,
  type Give,
  leftOf,
  type ModelLine,
  type ModelOrder,
  type ModelPart,
  moveReturn,
  openUnits,
  promise,
  sendParcel,
  stateOf,
} from './model-order.ts';
export { type Card, cardNumbers, type Gifts, type Operation, operations } from './operations.ts';
export { createShopModel, type ModelCoupon, type ModelGoods, type ShopModel } from './shop-model.ts';
