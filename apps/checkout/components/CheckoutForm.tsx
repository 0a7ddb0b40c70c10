import { CheckoutView } from './CheckoutView.tsx';
import { type FlowStart, useCheckoutFlow } from './use-checkout-flow.ts';

/** Keyed by the checkout: another cart is another form. */
export function CheckoutForm(props: FlowStart) {
  return <CheckoutView flow={useCheckoutFlow(props)} />;
}
