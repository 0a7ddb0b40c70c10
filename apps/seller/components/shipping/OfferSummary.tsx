import { Badge, formatMoney } from '@mallhive/ui';
import { kilograms, shopCurrencies } from '../../logic/offers.ts';
import { rulesMessages } from '../../messages/rules.ts';
import type { ShippingOffer } from '../../types.ts';

const text = rulesMessages.shipping;

const prices = (amounts: Record<(typeof shopCurrencies)[number], number | null>) =>
  shopCurrencies
    .flatMap((currency) => {
      const amount = amounts[currency];
      return amount === null ? [] : formatMoney({ amount, currency });
    })
    .join(' · ');

/** What a method costs, in few lines. */
export function OfferSummary({ offer }: { offer: ShippingOffer }) {
  if (!offer.offered) return <Badge>{text.notOffered}</Badge>;
  const free = prices(offer.freeFrom);
  return (
    <div className="grid gap-1 text-sm">
      <p className="text-ink-soft">{text.days(offer.minimumDays, offer.maximumDays)}</p>
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[8rem_minmax(0,1fr)]">
        {offer.bands.map((band) => (
          <div key={band.upToGrams ?? 'any'} className="contents">
            <dt className="text-ink-soft">
              {band.upToGrams === null ? text.anyWeight : text.weight(kilograms(band.upToGrams))}
            </dt>
            <dd className="tabular-nums">{prices(band.prices)}</dd>
          </div>
        ))}
        {free ? (
          <>
            <dt className="text-ink-soft">{text.columns.freeFrom}</dt>
            <dd className="tabular-nums">{free}</dd>
          </>
        ) : null}
      </dl>
    </div>
  );
}
