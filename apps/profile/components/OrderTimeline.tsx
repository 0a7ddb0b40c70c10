import { useI18n } from '@mallhive/ui';
import { momentFormat } from '../logic/dates.ts';
import { parcelOf } from '../logic/timeline.ts';
import { useTexts } from '../texts.ts';
import type { Money, Order } from '../types.ts';

type Entry = Order['timeline'][number];

/** Everything that a text about an entry may name. */
const aboutOf = ({ detail }: Entry, money: (value: Money) => string) => ({
  seller: detail?.seller ?? '',
  count: detail?.count ?? 0,
  number: detail?.number ?? '',
  amount: detail?.amount ? money(detail.amount) : '',
});

/** What an entry says in the language of the page; the API's own words for a kind that is newer than this remote. */
function useEntryText(order: Order): (entry: Entry) => string {
  const { event } = useTexts();
  const { say, money } = useI18n();
  const { shippedBy, deliveredBy, cancelledFor, about, ...plain } = event;
  const abouts: Readonly<Record<string, string>> = about;
  const reasons: Readonly<Record<string, string>> = cancelledFor;
  const kinds: Readonly<Record<string, string>> = plain;
  return (entry) => {
    const parcel = parcelOf(order, entry);
    const seller = parcel?.part.seller.name ?? '';
    if (parcel && entry.kind === 'shipped') {
      const { carrier, trackingNumber } = parcel.shipment;
      return say(shippedBy, { seller, carrier, number: trackingNumber });
    }
    if (parcel && entry.kind === 'delivered') return say(deliveredBy, { seller });
    const told = abouts[entry.kind];
    if (told) return say(told, aboutOf(entry, money));
    return reasons[entry.reason ?? ''] ?? kinds[entry.kind] ?? entry.message;
  };
}

export function OrderTimeline({ order }: { order: Order }) {
  const textOf = useEntryText(order);
  const { date } = useI18n();
  return (
    <ol className="grid gap-4 border-s-2 border-line ps-5">
      {order.timeline.map((entry) => (
        <li key={`${entry.at} ${entry.kind} ${entry.message}`} className="relative">
          <span className="absolute top-2 -start-[1.65rem] size-2.5 rounded-full bg-accent-strong" aria-hidden="true" />
          <p>{textOf(entry)}</p>
          <p className="text-sm text-ink-soft">
            <time dateTime={entry.at}>{date(entry.at, momentFormat)}</time>
          </p>
        </li>
      ))}
    </ol>
  );
}
