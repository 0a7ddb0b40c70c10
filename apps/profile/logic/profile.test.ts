import { speech } from '@mallhive/ui/texts';
import { describe, expect, it } from 'vitest';
import { shippedOrder } from '../fixtures/orders.ts';
import { addressFieldProblems, addressLines, emptyFields } from './address-form.ts';
import { dayFormat, momentFormat } from './dates.ts';
import { lookUpProblems, tidyOrderNumber } from './look-up.ts';
import { parcelLines, safeTrackingUrl, stepperOf, unshippedLines } from './status.ts';
import { parcelOf } from './timeline.ts';

const part = shippedOrder.subOrders[0];
const shipment = part?.shipments[0];
if (!part || !shipment) throw new Error('the fixture has a part with a parcel');

describe('status stepper', () => {
  const states = (status: Parameters<typeof stepperOf>[0]) =>
    stepperOf(status)
      ?.map((entry) => entry.state)
      .join(' ');
  it('has no steps when cancelled', () => {
    expect(stepperOf('cancelled')).toBeNull();
  });
  it('marks what is done, what comes next, and what is later', () => {
    expect(states('pending_payment')).toBe('done current upcoming upcoming');
    expect(states('to_fulfil')).toBe('done done current upcoming');
    expect(states('partially_shipped')).toBe('done done current upcoming');
    expect(states('shipped')).toBe('done done done current');
    expect(states('delivered')).toBe('done done done done');
  });
});

describe('parcels', () => {
  it('say what is in them and what is still to come', () => {
    expect(parcelLines(part, shipment).map((entry) => entry.quantity)).toEqual([1]);
    expect(unshippedLines(part).map((entry) => entry.quantity)).toEqual([2]);
    expect(unshippedLines({ ...part, status: 'cancelled' })).toEqual([]);
  });
  it('leave out a line that the order does not know', () => {
    expect(parcelLines(part, { ...shipment, lines: [{ orderLineId: 'other', quantity: 1 }] })).toEqual([]);
  });
  it('link only to the web', () => {
    expect(safeTrackingUrl('javascript:alert(1)')).toBeNull();
    expect(safeTrackingUrl('not a link')).toBeNull();
    expect(safeTrackingUrl(null)).toBeNull();
    expect(safeTrackingUrl('https://carrier.example/t/1')).toBe('https://carrier.example/t/1');
  });
});

describe('look-up form', () => {
  it('names what is wrong', () => {
    expect(lookUpProblems({ number: '', email: '' })).toEqual({ number: 'numberMissing', email: 'emailMissing' });
    expect(lookUpProblems({ number: 'X'.repeat(40), email: 'ada@' })).toEqual({
      number: 'numberInvalid',
      email: 'emailInvalid',
    });
    expect(lookUpProblems({ number: 'MH-7K2M9QXT', email: 'ada@shop.example' })).toEqual({});
  });
  it('takes the number the way people type it', () => {
    expect(['mh 7k2m9qxt', '7K2M9QXT', ' MH-7K2M9QXT '].map(tidyOrderNumber)).toEqual(Array(3).fill('MH-7K2M9QXT'));
    expect(tidyOrderNumber(' - ')).toBe('');
  });
});

describe('addresses', () => {
  it('names what is missing, the state in the United States too', () => {
    expect(addressFieldProblems({ ...emptyFields, country: 'US' })).toEqual({
      name: 'missing',
      line1: 'missing',
      city: 'missing',
      postcode: 'missing',
      region: 'missing',
    });
  });
  it('puts the postcode where the country has it', () => {
    const address = {
      ...emptyFields,
      name: 'Ada Moss',
      line1: 'Weg 1',
      city: 'Berlin',
      postcode: '10115',
      country: 'DE',
    };
    expect(addressLines(address, speech('en').country)).toEqual(['Ada Moss', 'Weg 1', '10115 Berlin', 'Germany']);
    expect(addressLines(address, speech('de').country).at(-1)).toBe('Deutschland');
    expect(addressLines({ ...address, country: 'Elsewhere' }, speech('ar').country).at(-1)).toBe('Elsewhere');
    expect(
      addressLines({ ...address, country: 'GB', city: 'Leeds', postcode: 'LS1 4AP' }, speech('en').country),
    ).toEqual(['Ada Moss', 'Weg 1', 'Leeds', 'LS1 4AP', 'United Kingdom']);
  });
});

describe('dates', () => {
  it('are those of the shop, wherever the code runs', () => {
    const { date } = speech('en');
    expect(date('2026-06-14T23:30:00.000Z', dayFormat)).toBe('15 June 2026');
    expect(date('2026-06-14T23:30:00.000Z', momentFormat)).toContain('00:30');
  });
  it('are written with Latin digits and without half days in Arabic', () => {
    expect(speech('ar').date('2026-06-14T15:30:00.000Z', momentFormat)).toMatch(/^14 .+ 2026.+ 16:30$/);
  });
});

describe('timeline', () => {
  const sent = shippedOrder.timeline.find(({ kind }) => kind === 'shipped');
  if (!sent) throw new Error('the fixture has a parcel that left');
  it('knows the parcel of an entry', () => {
    expect(parcelOf(shippedOrder, sent)?.shipment.trackingNumber).toBe('RM123456789GB');
    expect(parcelOf(shippedOrder, { ...sent, at: '2026-06-16T09:20:00.001Z' })).toBeNull();
    expect(parcelOf(shippedOrder, { ...sent, kind: 'paid' })).toBeNull();
  });
});
