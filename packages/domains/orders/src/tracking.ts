/** Where a shopper can follow a parcel. Null for a carrier we do not know: never a guess. */
const carriers: readonly (readonly [RegExp, (tracking: string) => string])[] = [
  [/^royal ?mail/i, (number) => `https://www.royalmail.com/track-your-item#/tracking-results/${number}`],
  [/^dhl/i, (number) => `https://www.dhl.com/gb-en/home/tracking.html?tracking-id=${number}`],
  [/^dpd/i, (number) => `https://www.dpd.co.uk/service/tracking?parcel=${number}`],
  [/^evri|^hermes/i, (number) => `https://www.evri.com/track/parcel/${number}`],
  [/^ups/i, (number) => `https://www.ups.com/track?tracknum=${number}`],
  [/^fedex/i, (number) => `https://www.fedex.com/fedextrack/?trknbr=${number}`],
  [/^parcelforce/i, (number) => `https://www.parcelforce.com/track-trace?trackNumber=${number}`],
];

export function trackingUrl(carrier: string, trackingNumber: string): string | null {
  const known = carriers.find(([pattern]) => pattern.test(carrier));
  return known ? known[1](encodeURIComponent(trackingNumber)) : null;
}
