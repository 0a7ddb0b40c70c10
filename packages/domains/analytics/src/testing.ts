import { newId } from '@mallhive/kernel';
import type { SaleRow } from './sale.repository.ts';

/** A sold line for tests of this and other domains. */
export function saleRow(overrides: Partial<SaleRow> = {}): SaleRow {
  return {
    orderLineId: newId(),
    orderId: newId(),
    sellerId: newId(),
    productId: newId(),
    variantId: newId(),
    title: 'Oak chair',
    units: 1,
    revenue: 4900,
    currency: 'GBP',
    country: 'GB',
    soldAt: new Date('2026-06-15T12:00:00Z'),
    ...overrides,
  };
}
