import { router } from '@mallhive/trpc';
import type { OrdersFacade } from '../index.ts';
import { allReturns } from './all-returns.ts';
import { anyDocument } from './any-document.ts';
import { anyReturn } from './any-return.ts';
import { cancelItems } from './cancel-items.ts';
import { cancelPart } from './cancel-part.ts';
import { cancelSold } from './cancel-sold.ts';
import { checkout } from './checkout.ts';
import { decideAnyReturn } from './decide-any-return.ts';
import { decideReturn } from './decide-return.ts';
import { document } from './document.ts';
import { findOrder } from './find-order.ts';
import { inspectAnyReturn } from './inspect-any-return.ts';
import { inspectReturn } from './inspect-return.ts';
import { lookUp } from './look-up.ts';
import { loseParcel } from './lose-parcel.ts';
import { markDelivered } from './mark-delivered.ts';
import { mine } from './mine.ts';
import { order } from './order.ts';
import { place } from './place.ts';
import { receiveAnyReturn } from './receive-any-return.ts';
import { receiveReturn } from './receive-return.ts';
import { refundAny } from './refund-any.ts';
import { refundPart } from './refund-part.ts';
import { requestReturn } from './request-return.ts';
import { retryRefund } from './retry-refund.ts';
import { sellerDocument } from './seller-document.ts';
import { sellerOrder } from './seller-order.ts';
import { sellerOrders } from './seller-orders.ts';
import { sellerReturn } from './seller-return.ts';
import { sellerReturns } from './seller-returns.ts';
import { sendReturn } from './send-return.ts';
import { ship } from './ship.ts';
import { startCheckout } from './start-checkout.ts';
import { updateCheckout } from './update-checkout.ts';

export default function createOrdersRouter(orders: OrdersFacade) {
  return router({
    startCheckout: startCheckout(orders),
    checkout: checkout(orders),
    updateCheckout: updateCheckout(orders),
    place: place(orders),
    order: order(orders),
    lookUp: lookUp(orders),
    mine: mine(orders),
    sellerOrders: sellerOrders(orders),
    sellerOrder: sellerOrder(orders),
    ship: ship(orders),
    markDelivered: markDelivered(orders),
    loseParcel: loseParcel(orders),
    cancelItems: cancelItems(orders),
    cancelSold: cancelSold(orders),
    refundPart: refundPart(orders),
    retryRefund: retryRefund(orders),
    findOrder: findOrder(orders),
    document: document(orders),
    sellerDocument: sellerDocument(orders),
    anyDocument: anyDocument(orders),
    cancelPart: cancelPart(orders),
    refundAny: refundAny(orders),
    requestReturn: requestReturn(orders),
    sendReturn: sendReturn(orders),
    sellerReturns: sellerReturns(orders),
    allReturns: allReturns(orders),
    sellerReturn: sellerReturn(orders),
    decideReturn: decideReturn(orders),
    receiveReturn: receiveReturn(orders),
    inspectReturn: inspectReturn(orders),
    anyReturn: anyReturn(orders),
    decideAnyReturn: decideAnyReturn(orders),
    receiveAnyReturn: receiveAnyReturn(orders),
    inspectAnyReturn: inspectAnyReturn(orders),
  });
}
