import type { Collected } from './collector.ts';

/**
 * Takes cancelled units back from the same customer's latest earlier lines of the same code. A cancellation counts as matched
 * when all its units found a line; one that finds too few, or whose customer is unknown, changes nothing and is refused.
 * `line.quantity` is reduced in place: a line of zero units is no longer an order line.
 */
export function applyCancellations({ line, invoice, cancelled, customers, report }: Collected): void {
  const key = (customer: number, code: number): number => customer * 100_000 + code;
  const wanted = new Set<number>();
  for (let index = 0; index < cancelled.code.length; index += 1)
    wanted.add(key(cancelled.customer.get(index), cancelled.code.get(index)));
  /** Lines by customer and code, in the order of the file, which is the order of time. */
  const lines = new Map<number, number[]>();
  for (let index = 0; index < line.code.length; index += 1) {
    const owner = key(invoice.customer.get(line.invoice.get(index)), line.code.get(index));
    if (!wanted.has(owner)) continue;
    const known = lines.get(owner);
    if (known) known.push(index);
    else lines.set(owner, [index]);
  }
  for (let index = 0; index < cancelled.code.length; index += 1) {
    const customer = cancelled.customer.get(index);
    const at = cancelled.at.get(index);
    const candidates =
      customers.text(customer) === '' ? [] : (lines.get(key(customer, cancelled.code.get(index))) ?? []);
    const earlier = candidates.filter((candidate) => invoice.at.get(line.invoice.get(candidate)) <= at);
    let left = cancelled.quantity.get(index);
    const available = earlier.reduce((sum, candidate) => sum + line.quantity.get(candidate), 0);
    if (available < left) {
      report.refused['cancellation-unmatched'] += 1;
      continue;
    }
    for (let position = earlier.length - 1; position >= 0 && left > 0; position -= 1) {
      const candidate = earlier[position] ?? 0;
      const taken = Math.min(left, line.quantity.get(candidate));
      line.quantity.set(candidate, line.quantity.get(candidate) - taken);
      left -= taken;
    }
    report.taken['cancellation-matched'] += 1;
  }
}
