import { describe, expect, it } from 'vitest';
import { type PromotionFields, promotionInput, promotionProblems, startPromotion } from './promotion-form.ts';

const now = new Date('2026-05-05T12:00:00Z');
const fields = (more: Partial<PromotionFields> = {}): PromotionFields => ({
  ...startPromotion(null, now),
  title: 'Spring',
  ...more,
});
const money = (more: Partial<PromotionFields['amounts']>) => ({ GBP: '', EUR: '', USD: '', JPY: '', ...more });

describe('the form of a promotion', () => {
  it.each([
    ['title', { title: ' a ' }],
    ['percent', { percent: '0' }],
    ['percent', { percent: '100.5' }],
    ['percent', { percent: '' }],
    ['amounts', { kind: 'amount' }],
    ['amounts', { kind: 'amount', amounts: money({ JPY: '1.5' }) }],
    ['buy', { kind: 'buy_x_get_y', buy: '0' }],
    ['get', { kind: 'buy_x_get_y', get: '1.5' }],
    ['minimums', { minimums: money({ GBP: 'ten' }) }],
    ['codes', { codes: 'GOOD no!' }],
    ['startsAt', { startsAt: '' }],
    ['endsAt', { startsAt: '2026-05-05T12:00', endsAt: '2026-05-05T12:00' }],
    ['limitTotal', { limitTotal: '0' }],
    ['limitCustomer', { limitCustomer: 'x' }],
    ['priority', { priority: '101' }],
  ] as const)('refuses %s', (field, more) => {
    expect(Object.keys(promotionProblems(fields(more as Partial<PromotionFields>)))).toEqual([field]);
  });

  it('saves only what belongs to the kind, in minor units and capitals', () => {
    const filled = fields({
      kind: 'amount',
      amounts: money({ GBP: '5', JPY: '900' }),
      minimums: money({ GBP: '30.50' }),
      codes: 'spring, spring  summer-26',
      limitTotal: '100',
    });
    expect(promotionProblems(filled)).toEqual({});
    expect(promotionInput(filled, { productIds: ['p'], currencies: [] })).toMatchObject({
      percentBp: 0,
      buyQuantity: 0,
      amounts: { GBP: 500, JPY: 900 },
      minimums: { GBP: 3_050 },
      codes: ['SPRING', 'SUMMER-26'],
      limitTotal: 100,
      limitCustomer: null,
      productIds: ['p'],
    });
    expect(promotionInput(fields({ percent: '12.5' }), null)).toMatchObject({
      percentBp: 1_250,
      amounts: {},
      codes: [],
    });
  });
});
