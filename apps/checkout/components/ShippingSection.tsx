import { Notice, RadioCards, useI18n } from '@mallhive/ui';
import { useTexts } from '../texts.ts';
import { type Flow, shippingCodeOf } from './flow-types.ts';

/** One choice for each seller's parcel; what is cheapest is chosen already. */
export function ShippingSection({ flow }: { flow: Flow }) {
  const text = useTexts().page;
  const { say, money } = useI18n();
  return (
    <section aria-labelledby="checkout-delivery" className="grid gap-4">
      <h2 id="checkout-delivery" className="text-2xl">
        {text.delivery}
      </h2>
      {flow.checkout.parcels.map((parcel) =>
        parcel.shippingMethods.length === 0 && !parcel.chosenShipping ? (
          <Notice key={parcel.seller.id} tone="danger" title={say(text.parcelFrom, { seller: parcel.seller.name })}>
            <p>{text.undeliverable}</p>
          </Notice>
        ) : (
          <RadioCards
            key={parcel.seller.id}
            legend={say(text.parcelFrom, { seller: parcel.seller.name })}
            name={`shipping-${parcel.seller.id}`}
            value={parcel.chosenShipping ?? ''}
            onChange={(code) => flow.chooseShipping(parcel.seller.id, shippingCodeOf(code))}
            options={parcel.shippingMethods.map((method) => ({
              value: method.code,
              label: text.methods[method.code],
              description:
                method.minimumDays === method.maximumDays
                  ? say(text.days, { count: method.maximumDays })
                  : say(text.dayRange, { minimum: method.minimumDays, maximum: method.maximumDays }),
              end: method.price.amount === 0 ? text.free : money(method.price),
            }))}
          />
        ),
      )}
    </section>
  );
}
