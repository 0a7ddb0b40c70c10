import type { Collected } from './collector.ts';
import { countryCode } from './countries.ts';

export interface ImportedOrder {
  sourceRef: string;
  placedAt: Date;
  /** Empty when the shop did not know the customer. */
  customer: string;
  country: string;
  lines: { sku: string; quantity: number; unitPrice: number }[];
}

/** Orders in the order of the file, one at a time; equal lines of an invoice are added up, emptied ones left out. */
export function* buildOrders(data: Collected, codesWithoutName: Set<number>): Generator<ImportedOrder> {
  const { line, invoice, invoices, customers, countries, codes } = data;
  const first = new Int32Array(invoices.size).fill(-1);
  const next = new Int32Array(line.code.length).fill(-1);
  for (let index = line.code.length - 1; index >= 0; index -= 1) {
    const owner = line.invoice.get(index);
    next[index] = first[owner] ?? -1;
    first[owner] = index;
  }
  for (let id = 0; id < invoices.size; id += 1) {
    const lines = new Map<string, { sku: string; quantity: number; unitPrice: number }>();
    for (let index = first[id] ?? -1; index >= 0; index = next[index] ?? -1) {
      const code = line.code.get(index);
      const quantity = line.quantity.get(index);
      if (quantity <= 0 || codesWithoutName.has(code)) continue;
      const unitPrice = line.price.get(index);
      const key = `${code}/${unitPrice}`;
      const known = lines.get(key);
      if (known) known.quantity += quantity;
      else lines.set(key, { sku: codes.text(code), quantity, unitPrice });
    }
    if (lines.size === 0) continue;
    yield {
      sourceRef: invoices.text(id),
      placedAt: new Date(invoice.at.get(id) * 1000),
      customer: customers.text(invoice.customer.get(id)),
      country: countryCode(countries.text(invoice.country.get(id))),
      lines: [...lines.values()],
    };
  }
}
