import { classify } from './classify.ts';
import { cleanDescription } from './clean-description.ts';
import { createColumn, createDictionary } from './columns.ts';
import { emptyReport, type ImportReport } from './report.ts';
import type { RetailRow } from './row.ts';

/** Sales of the file as columns, and how often each code was called what. */
export function createCollector() {
  const report: ImportReport = emptyReport();
  const invoices = createDictionary();
  const codes = createDictionary();
  const customers = createDictionary();
  const countries = createDictionary();
  /** Per invoice, by its number. */
  const invoice = { at: createColumn(), customer: createColumn(), country: createColumn() };
  /** Per accepted row. */
  const line = { invoice: createColumn(), code: createColumn(), quantity: createColumn(), price: createColumn() };
  /** Cancellations wait until all sales are known. */
  const cancelled = { at: createColumn(), customer: createColumn(), code: createColumn(), quantity: createColumn() };
  const names: Map<string, number>[] = [];
  const cleaned = new Map<string, string>();

  const countName = (code: number, raw: string): void => {
    if (raw.trim() === '') return;
    let name = cleaned.get(raw);
    if (name === undefined) {
      name = cleanDescription(raw);
      cleaned.set(raw, name);
    }
    const counts = names[code] ?? new Map<string, number>();
    names[code] = counts;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  };

  return {
    report,
    add: (row: RetailRow): void => {
      report.rowsRead += 1;
      const verdict = classify(row);
      if (verdict === 'cancellation') {
        cancelled.at.push(Math.round(row.at / 1000));
        cancelled.customer.push(customers.id(row.customer));
        cancelled.code.push(codes.id(row.code));
        cancelled.quantity.push(-row.quantity);
        return;
      }
      if (verdict !== 'sale') {
        report.refused[verdict] += 1;
        return;
      }
      const known = invoices.size;
      const id = invoices.id(row.invoice);
      if (id === known) {
        invoice.at.push(Math.round(row.at / 1000));
        invoice.customer.push(customers.id(row.customer));
        invoice.country.push(countries.id(row.country));
      }
      const code = codes.id(row.code);
      line.invoice.push(id);
      line.code.push(code);
      line.quantity.push(row.quantity);
      line.price.push(row.price);
      countName(code, row.description);
    },
    invoices,
    codes,
    customers,
    countries,
    invoice,
    line,
    cancelled,
    names,
  };
}
export type Collected = ReturnType<typeof createCollector>;
