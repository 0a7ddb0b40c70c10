import { formatMoney, RadioCards } from '@mallhive/ui';
import { messages } from '../messages.ts';
import type { Flow } from './flow-types.ts';

const text = messages.page;

/** One choice for each seller's parcel; what is cheapest is chosen already. */
export function ShippingSection({ flow }: { flow: Flow }) {
  return (
    <section aria-labelledby="checkout-delivery" className="grid gap-4">
      <h2 id="checkout-delivery" className="text-2xl">
        {text.delivery}
      </h2>
      {flow.checkout.parcels.map((parcel) => (
        <RadioCards
          key={parcel.seller.id}
          legend={text.parcelFrom(parcel.seller.name)}
          name={`shipping-${parcel.seller.id}`}
          value={parcel.chosenShipping}
          onChange={(code) => flow.chooseShipping(parcel.seller.id, code === 'express' ? 'express' : 'standard')}
          options={parcel.shippingMethods.map((method) => ({
            value: method.code,
            label: method.name,
            description: method.description || text.days(method.minimumDays, method.maximumDays),
            end: method.price.amount === 0 ? text.free : formatMoney(method.price),
          }))}
        />
      ))}
    </section>
  );
}
