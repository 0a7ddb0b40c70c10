import { countryName } from '../logic/countries.ts';
import { momentLabel } from '../logic/figures.ts';
import { openLines } from '../logic/shipping.ts';
import { messages } from '../messages.ts';
import type { SubOrder } from '../types.ts';
import { PartsToPack } from './orders/PartsToPack.tsx';

const text = messages.slips;

/** One sheet of paper for one parcel: what is left to send, without prices that nobody needs in a parcel. */
export function PackingSlip({ subOrder, shop }: { subOrder: SubOrder; shop: string }) {
  const open = openLines(subOrder);
  const { shippingAddress: to } = subOrder;
  const address = [to.name, to.line1, to.line2, `${to.postcode} ${to.city}`, to.region, countryName(to.country)];
  return (
    <article
      aria-label={text.order(subOrder.number)}
      className="rounded-tile border border-line bg-surface p-6 break-after-page sm:p-8 print:rounded-none print:border-0 print:p-0"
    >
      <header className="mb-6 flex flex-wrap justify-between gap-4">
        <div>
          <p className="font-display text-2xl">{shop}</p>
          <h2 className="mt-1 font-sans text-base font-semibold">{text.order(subOrder.number)}</h2>
          <p className="text-sm text-ink-soft">{text.placed(momentLabel(subOrder.placedAt))}</p>
        </div>
        <div className="min-w-48">
          <p className="text-sm text-ink-soft">{text.sendTo}</p>
          <address className="not-italic">
            {address.filter(Boolean).map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
          </address>
          <p className="mt-2 text-sm">
            {text.delivery}: {messages.order[subOrder.shippingMethod]}
          </p>
        </div>
      </header>
      {open.length === 0 ? (
        <p className="text-ink-soft">{text.nothing}</p>
      ) : (
        <table className="w-full text-left">
          <thead>
            <tr className="border-b border-line-strong text-sm text-ink-soft">
              <th scope="col" className="w-24 py-2">
                {text.quantity}
              </th>
              <th scope="col" className="py-2">
                {text.item}
              </th>
              <th scope="col" className="py-2 text-right">
                {text.sku}
              </th>
            </tr>
          </thead>
          <tbody>
            {open.map(({ line, left }) => (
              <tr key={line.id} className="border-b border-line">
                <td className="py-2.5 text-lg font-semibold tabular-nums">{left}</td>
                <td className="py-2.5">
                  {line.title}
                  {line.variantTitle ? <span className="block text-sm text-ink-soft">{line.variantTitle}</span> : null}
                  <PartsToPack line={line} />
                </td>
                <td className="py-2.5 text-right text-sm break-all">{line.sku}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="mt-6 text-sm text-ink-soft">{text.thanks(shop)}</p>
    </article>
  );
}
