import { describe, expect, it } from 'vitest';
import type { ShippingOffer } from '../types.ts';
import { draftOf, emptyBand, type OfferDraft, offerOf, offerProblems } from './offers.ts';

const offer: ShippingOffer = {
  method: 'standard',
  offered: true,
  minimumDays: 2,
  maximumDays: 4,
  bands: [
    { upToGrams: 2_500, prices: { GBP: 395, EUR: 475, USD: 525, JPY: 780 } },
    { upToGrams: null, prices: { GBP: 900, EUR: 0, USD: 1_200, JPY: 1_900 } },
  ],
  freeFrom: { GBP: 5_000, EUR: null, USD: null, JPY: 9_000 },
};

describe('an offer as it is typed', () => {
  it('comes back as it went', () => {
    const draft = draftOf('standard', offer);
    expect(draft.bands.map(({ upTo, prices }) => [upTo, prices.GBP, prices.JPY])).toEqual([
      ['2.5', '3.95', '780'],
      ['', '9.00', '1900'],
    ]);
    expect([...offerProblems(draft)]).toEqual([]);
    expect(offerOf(draft)).toEqual(offer);
  });

  it('names every field that is wrong', () => {
    const draft = draftOf('standard', offer);
    const [first, second] = draft.bands as [OfferDraft['bands'][number], OfferDraft['bands'][number]];
    const wrong = (change: Partial<OfferDraft>) => [...offerProblems({ ...draft, ...change })];
    expect(wrong({ minimumDays: '5' })).toEqual(['days']);
    expect(wrong({ maximumDays: 'soon' })).toEqual(['days']);
    expect(wrong({ bands: [{ ...first, upTo: '' }, second] })).toEqual(['upTo.0']);
    expect(wrong({ bands: [first, { ...second, upTo: '2.5' }] })).toEqual(['upTo.1']);
    expect(wrong({ bands: [{ ...first, prices: { ...first.prices, JPY: '7.80', EUR: '' } }] })).toEqual([
      'price.0.EUR',
      'price.0.JPY',
    ]);
    expect(wrong({ freeFrom: { ...draft.freeFrom, USD: '-1' } })).toEqual(['freeFrom.USD']);
    expect(wrong({ bands: [emptyBand()], offered: false })).toEqual([]);
  });

  it('has no prices when it is not offered', () => {
    const none = offerOf({ ...draftOf('express', null), offered: false });
    expect(none).toMatchObject({ offered: false, bands: [], freeFrom: { GBP: null } });
  });
});
