import type { PaymentsFacade } from '../../index.ts';
import { deleteShippingZone } from './delete-shipping-zone.ts';
import { deleteTaxZone } from './delete-tax-zone.ts';
import { saveSellerShipping } from './save-seller-shipping.ts';
import { saveShippingZone } from './save-shipping-zone.ts';
import { saveTaxClass } from './save-tax-class.ts';
import { saveTaxZone } from './save-tax-zone.ts';
import { sellerShipping } from './seller-shipping.ts';
import { shippingRules } from './shipping-rules.ts';
import { taxRules } from './tax-rules.ts';

/** What tax and shipping cost. */
export const ratesProcedures = (payments: PaymentsFacade) => ({
  taxRules: taxRules(payments),
  saveTaxZone: saveTaxZone(payments),
  deleteTaxZone: deleteTaxZone(payments),
  saveTaxClass: saveTaxClass(payments),
  shippingRules: shippingRules(payments),
  saveShippingZone: saveShippingZone(payments),
  deleteShippingZone: deleteShippingZone(payments),
  sellerShipping: sellerShipping(payments),
  saveSellerShipping: saveSellerShipping(payments),
});
