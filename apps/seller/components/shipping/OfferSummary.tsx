import { Badge, formatMoney } from '@mallhive/ui';
import { kilograms, shopCurrencies } from '../../logic/offers.ts';
import { rulesMessages } from '../../messages/rules.ts';
import type { ShippingOffer } from '../../types.ts';

const text = rulesMessages.shipping;

type Amounts = Record<(typeof shopCurrencies)[number], number | null>;

/** One column a currency, so that zones and weights can be compared down the page. */
function Prices({ amounts }: { amounts: Amounts }) {
  return (
    <dd className="grid grid-cols-2 gap-x-4 tabular-nums sm:grid-cols-4">
      {shopCurrencies.map((currency) => {
        const amount = amounts[currency];
        return <span key={currency}>{amount === null ? '' : formatMoney({ amount, currency })}</span>;
      })}
    </dd>
  );
}

/** What a method costs, in few lines. */
export function OfferSummary({ offer }: { offer: ShippingOffer }) {
  if (!offer.offered) return <Badge>{text.notOffered}</Badge>;
  const free = shopCurrencies.some((currency) => offer.freeFrom[currency] !== null);
  return (
    <div className="grid gap-1 text-sm">
      <p className="text-ink-soft">{text.days(offer.minimumDays, offer.maximumDays)}</p>
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[8rem_minmax(0,1fr)]">
        {offer.bands.map((band) => (
          <div key={band.upToGrams ?? 'any'} className="contents">
            <dt className="text-ink-soft">
              {band.upToGrams === null ? text.anyWeight : text.weight(kilograms(band.upToGrams))}
            </dt>
            <Prices amounts={band.prices} />
          </div>
        ))}
        {free ? (
          <>
            <dt className="text-ink-soft">{text.columns.freeFrom}</dt>
            <Prices amounts={offer.freeFrom} />
          </>
        ) : null}
      </dl>
    </div>
  );
}
