import type { Inngest, InngestFunction } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { announceShipment } from './announce-shipment.ts';
import { askForReview } from './ask-for-review.ts';
import { completeOrder } from './complete-order.ts';
import { expireReservation } from './expire-reservation.ts';
import { followLostParcel } from './follow-lost-parcel.ts';
import { fulfilOrder } from './fulfil-order.ts';
import { noteFailedAttempt } from './note-failed-attempt.ts';
import { noteLostRefund } from './note-lost-refund.ts';
import { noteRefund } from './note-refund.ts';
import { placeOrder } from './place-order.ts';
import { sendRefund } from './send-refund.ts';
import { sweepOrders } from './sweep-orders.ts';
import { tellOfDelivery } from './tell-of-delivery.ts';
import { undoCancelledItems } from './undo-cancelled-items.ts';
import { undoOrder } from './undo-order.ts';

/** An order's way from placed to parcel, with everything that may go wrong on it. */
const functions = [
  placeOrder,
  completeOrder,
  fulfilOrder,
  undoOrder,
  undoCancelledItems,
  sendRefund,
  announceShipment,
  tellOfDelivery,
  followLostParcel,
  askForReview,
  noteFailedAttempt,
  noteRefund,
  noteLostRefund,
  expireReservation,
  sweepOrders,
];

export function createOrderFunctions(inngest: Inngest.Any, dependencies: WorkflowDependencies): InngestFunction.Any[] {
  return functions.map((create) => create(inngest, dependencies));
}
