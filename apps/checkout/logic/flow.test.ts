import { describe, expect, it } from 'vitest';
import { homeAddress, openCheckout, placed } from '../fixtures/checkouts.ts';
import { checkoutChanges, titlesOf, withShipping } from './changes.ts';
import { clearDraft, readDraft, rememberDone, saveDraft, wasDone } from './draft.ts';
import { nextStep } from './payment-step.ts';

const [first, second] = openCheckout.parcels;
if (!first || !second) throw new Error('the fixture has two parcels');
const board = first.lines[0];
const flask = second.lines[0];
if (!board || !flask) throw new Error('each parcel has a line');

describe('what changed', () => {
  it('is nothing for the same checkout', () => {
    expect(checkoutChanges(openCheckout, openCheckout)).toEqual([]);
  });
  it('names prices, quantities, lines that went and lines that came', () => {
    const after = {
      ...openCheckout,
      parcels: [
        {
          ...first,
          lines: [
            { ...board, unitPrice: { ...board.unitPrice, amount: 3650 }, quantity: 2 },
            { ...board, variantId: 'other', title: 'Bread knife', variantTitle: '' },
          ],
        },
        second,
      ],
    };
    expect(checkoutChanges(openCheckout, after).map((change) => change.kind)).toEqual([
      'price',
      'quantity',
      'gone',
      'new',
    ]);
  });
  it('names the delivery price of the method that is chosen', () => {
    const dearer = {
      ...second,
      shippingMethods: second.shippingMethods.map((method) => ({
        ...method,
        price: { ...method.price, amount: method.price.amount + 100 },
      })),
    };
    expect(checkoutChanges(openCheckout, { ...openCheckout, parcels: [first, dearer] })).toEqual([
      {
        kind: 'shipping',
        seller: 'Northwind Outdoor',
        from: { amount: 395, currency: 'GBP' },
        to: { amount: 495, currency: 'GBP' },
      },
    ]);
  });
  it('names the code that does not count any more, and a discount that changed by itself', () => {
    const { totals } = openCheckout;
    const saving = (amount: number) => ({ ...totals, discount: { ...totals.discount, amount } });
    const before = { ...openCheckout, totals: saving(500) };
    const refused = { code: 'TEN', title: 'Ten off', reason: 'ended' as const, minimum: null };
    const ended = { ...openCheckout, totals: saving(0), refusedCoupons: [refused] };
    expect(checkoutChanges(before, ended)).toEqual([{ kind: 'code', code: 'TEN' }]);
    expect(checkoutChanges(ended, ended)).toEqual([]);
    expect(checkoutChanges(before, { ...openCheckout, totals: saving(300) })).toMatchObject([
      { kind: 'discount', from: { amount: 500 }, to: { amount: 300 } },
    ]);
  });
  it('finds titles, and says nothing about a variant it does not know', () => {
    expect(titlesOf(openCheckout, [flask.variantId, 'unknown'])).toEqual(['Insulated flask (750 ml)']);
  });
  it('shows the chosen method at once, for that seller alone', () => {
    const chosen = withShipping(openCheckout, second.seller.id, 'express');
    expect(chosen.parcels.map((parcel) => parcel.chosenShipping)).toEqual(['standard', 'express']);
  });
});

describe('after the provider has answered', () => {
  it('retries on the same payment after a decline, with the reason', () => {
    expect(
      nextStep({
        status: 'requires_method',
        failure: { code: 'card_declined', message: 'Declined.' },
        actionUrl: null,
      }),
    ).toEqual({
      go: 'retry',
      code: 'card_declined',
      message: 'Declined.',
    });
    expect(nextStep({ status: 'cancelled', failure: null })).toEqual({ go: 'retry', code: 'cancelled', message: null });
  });
  it('goes to the second step once, and waits when that is still under way', () => {
    expect(nextStep({ status: 'requires_action', failure: null, actionUrl: '/step' })).toEqual({
      go: 'action',
      url: '/step',
    });
    expect(nextStep({ status: 'requires_action', failure: null })).toEqual({ go: 'wait' });
  });
  it('is done when the money is there or on its way', () => {
    for (const status of ['authorised', 'captured', 'processing'] as const) {
      expect(nextStep({ status, failure: null })).toEqual({ go: 'confirmation' });
    }
  });
});

describe('draft', () => {
  const memory = () => {
    const values = new Map<string, string>();
    return {
      values,
      getItem: (key: string) => values.get(key) ?? null,
      setItem: (key: string, value: string) => void values.set(key, value),
      removeItem: (key: string) => void values.delete(key),
    };
  };
  const draft = { checkoutId: openCheckout.id, email: 'ada@shop.example', address: homeAddress, placed };

  it('is null when there is none, or something else is stored', () => {
    const storage = memory();
    expect(readDraft(storage)).toBeNull();
    for (const value of [
      'nonsense',
      '{}',
      '{"version":0}',
      '{"version":1,"checkoutId":"x","email":"","address":{},"placed":{}}',
    ]) {
      storage.setItem('mallhive-checkout', value);
      expect(readDraft(storage), value).toBeNull();
    }
  });
  it('comes back as saved and goes when cleared', () => {
    const storage = memory();
    saveDraft(storage, draft);
    expect(readDraft(storage)).toMatchObject(draft);
    clearDraft(storage);
    expect(readDraft(storage)).toBeNull();
  });
  it('knows that an order was finished in this window', () => {
    const storage = memory();
    expect(wasDone(storage)).toBe(false);
    rememberDone(storage);
    expect(wasDone(storage)).toBe(true);
  });
  it('does not break the page where storage is forbidden', () => {
    const forbidden = () => {
      throw new Error('denied');
    };
    const storage = { getItem: forbidden, setItem: forbidden, removeItem: forbidden };
    saveDraft(storage, draft);
    clearDraft(storage);
    rememberDone(storage);
    expect(wasDone(storage)).toBe(false);
    expect(readDraft(storage)).toBeNull();
  });
});
