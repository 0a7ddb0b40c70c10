import { describe, expect, it } from 'vitest';
import type { SubOrder } from '../types.ts';
import { changePercent, dateLabel, hourLabel } from './figures.ts';
import { choose } from './organisation.ts';
import { parsePrice, priceText } from './prices.ts';
import { openLines, shipInput, shipProblems, startFields } from './shipping.ts';

const gbp = (amount: number) => ({ amount, currency: 'GBP' as const });
const line = (id: string, quantity: number, shippedQuantity: number): SubOrder['lines'][number] => ({
  id,
  variantId: `v-${id}`,
  productId: `p-${id}`,
  slug: id,
  sku: id,
  title: id,
  variantTitle: '',
  imageUrl: null,
  quantity,
  shippedQuantity,
  parts: [],
  waitingQuantity: 0,
  expectedOn: null,
  cancelledQuantity: 0,
  returnedQuantity: 0,
  unitPrice: gbp(1000),
  total: gbp(1000 * quantity),
  discount: gbp(0),
  tax: gbp(0),
});
const order = { lines: [line('a', 3, 1), line('b', 1, 1), line('c', 2, 0)] };
const ids = { sellerId: 's', subOrderId: 'o', shipmentId: 'x' };

describe('ship form', () => {
  it('leaves out what waits for stock', () => {
    const lines = [
      { ...line('a', 3, 0), waitingQuantity: 2 },
      { ...line('b', 1, 0), waitingQuantity: 1 },
    ];
    expect(startFields({ lines }).quantities).toEqual({ a: '1' });
  });

  it('starts with everything that is left, and nothing that is sent', () => {
    expect(openLines(order).map(({ line: open, left }) => [open.id, left])).toEqual([
      ['a', 2],
      ['c', 2],
    ]);
    expect(startFields(order).quantities).toEqual({ a: '2', c: '2' });
  });
  it('names every field that is wrong', () => {
    const fields = { carrier: ' ', trackingNumber: 'ab', quantities: { a: '5', c: 'x' } };
    expect(shipProblems(fields, openLines(order))).toEqual({
      carrier: 'carrierMissing',
      trackingNumber: 'trackingShort',
      a: 'quantityTooMany',
      c: 'quantityInvalid',
    });
  });
  it('refuses an empty parcel', () => {
    const fields = { carrier: 'DPD', trackingNumber: '12345', quantities: { a: '0', c: '' } };
    expect(shipProblems(fields, openLines(order))).toEqual({ a: 'nothing' });
  });
  it('sends only the lines in this parcel, trimmed', () => {
    const fields = { carrier: ' DPD ', trackingNumber: ' 12345 ', quantities: { a: '1', c: '0' } };
    expect(shipProblems(fields, openLines(order))).toEqual({});
    expect(shipInput(ids, fields, openLines(order))).toEqual({
      ...ids,
      carrier: 'DPD',
      trackingNumber: '12345',
      lines: [{ orderLineId: 'a', quantity: 1 }],
    });
  });
});

describe('prices', () => {
  it('refuses what is not money', () => {
    for (const text of ['', 'abc', '-1', '1.234', '1e3', '123456789', '.5']) expect(parsePrice(text), text).toBeNull();
  });
  it('reads and writes minor units without floats', () => {
    expect([parsePrice('34.5'), parsePrice('£1,234.50'), parsePrice('19.99'), parsePrice('8')]).toEqual([
      3450, 123450, 1999, 800,
    ]);
    expect([priceText(1999), priceText(5), priceText(null)]).toEqual(['19.99', '0.05', '']);
  });
});

describe('figures', () => {
  it('compares with something or not at all', () => {
    expect([changePercent(5, 0), changePercent(150, 100), changePercent(0, 80)]).toEqual([null, 50, -100]);
  });
  it('labels hours and days', () => {
    expect([hourLabel(7), dateLabel('2026-06-15')]).toEqual(['07:00', '15 Jun']);
  });
});

describe('organisation', () => {
  const memberships = ['a', 'b'].map((slug) => ({
    sellerId: slug,
    slug,
    name: slug,
    role: 'owner' as const,
    status: 'approved' as const,
  }));
  it('is the remembered one while it is still mine, else the first', () => {
    expect(choose(memberships, 'b')?.slug).toBe('b');
    expect(choose(memberships, 'gone')?.slug).toBe('a');
    expect(choose([], 'b')).toBeNull();
  });
});
