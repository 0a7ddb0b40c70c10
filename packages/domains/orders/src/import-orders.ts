import { newId, newOrderNumber, taxOn } from '@mallhive/kernel';
import { sumOf } from './checkout.ts';
import type { HistoricOrder } from './contract.ts';
import type { Deps } from './deps.ts';
import type { ImportBatch } from './import.repository.ts';

/** Lines in one statement: big enough to be fast, small enough to stay far below the memory limit. */
const linesPerBatch = 4_000;

/** Past orders of another system, delivered and paid there. Idempotent by (source, sourceRef). Answers how many were new. */
export async function importOrders(
  deps: Deps,
  orders: readonly HistoricOrder[],
): Promise<{ imported: number; skipped: number }> {
  const rates = new Map<string, number>();
  const rateOf = async (country: string, currency: HistoricOrder['currency']) => {
    const known = rates.get(country);
    if (known !== undefined) return known;
    const { taxIncluded, parcels } = await deps.payments.quote({
      country,
      currency,
      parcels: [{ sellerId: '', lines: [] }],
    });
    // What was paid elsewhere is the whole; where tax comes on top nobody knows what it was.
    const basisPoints = taxIncluded ? (parcels[0]?.shippingTaxBasisPoints ?? 0) : 0;
    rates.set(country, basisPoints);
    return basisPoints;
  };
  let imported = 0;
  let batch: ImportBatch = { orders: [], subOrders: [], lines: [] };
  const flush = async () => {
    if (batch.orders.length > 0) imported += await deps.imports.load(batch);
    batch = { orders: [], subOrders: [], lines: [] };
  };
  for (const order of orders) {
    append(batch, order, await rateOf(order.country, order.currency));
    if (batch.lines.length >= linesPerBatch) await flush();
  }
  await flush();
  return { imported, skipped: orders.length - imported };
}

function append(batch: ImportBatch, order: HistoricOrder, vatBasisPoints: number): void {
  const at = order.placedAt.getTime();
  const orderId = newId(at);
  const number = newOrderNumber();
  const sellers = [...Map.groupBy(order.lines, (line) => line.sellerId).values()];
  let tax = 0;
  let position = 0;
  for (const [index, own] of sellers.entries()) {
    const subOrderId = newId(at);
    let subTax = 0;
    for (const line of own) {
      const lineTax = taxOn(line.unitPrice * line.quantity, vatBasisPoints, true);
      subTax += lineTax;
      position += 1;
      const { productId, variantId, slug, sku, title, variantTitle = '', imageUrl = null, quantity, unitPrice } = line;
      const id = newId(at);
      batch.lines.push({
        id,
        orderId,
        subOrderId,
        productId,
        variantId,
        slug,
        sku,
        title,
        variantTitle,
        imageUrl,
        quantity,
        unitPrice,
        tax: lineTax,
        position,
      });
    }
    tax += subTax;
    const [first] = own;
    batch.subOrders.push({
      id: subOrderId,
      orderId,
      number: `${number}-${index + 1}`,
      sellerId: first?.sellerId,
      sellerSlug: first?.sellerSlug,
      sellerName: first?.sellerName,
      items: sumOf(own, (line) => line.unitPrice * line.quantity),
      tax: subTax,
      itemCount: sumOf(own, (line) => line.quantity),
    });
  }
  const { source, sourceRef, userId, email, name = '', currency, country } = order;
  batch.orders.push({
    id: orderId,
    number,
    userId,
    email,
    currency,
    country,
    source,
    sourceRef,
    tax,
    placedAt: order.placedAt.toISOString(),
    items: sumOf(order.lines, (line) => line.unitPrice * line.quantity),
    itemCount: sumOf(order.lines, (line) => line.quantity),
    address: { name, line1: '', line2: '', city: '', region: '', postcode: '', country, phone: '' },
  });
}
