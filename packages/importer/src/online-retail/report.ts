/** Every row of the file ends in exactly one of these. */
export const takenKinds = ['order-line', 'cancellation-matched'] as const;
export const refusedReasons = [
  'fee',
  'gift-voucher',
  'unknown-code',
  'cancellation-unmatched',
  'quantity-not-positive',
  'price-not-positive',
  'junk-description',
  'no-description',
] as const;
export type TakenKind = (typeof takenKinds)[number];
export type RefusedReason = (typeof refusedReasons)[number];

export const explanations: Record<TakenKind | RefusedReason, string> = {
  'order-line': 'became part of an order',
  'cancellation-matched': 'took back units of an earlier order of the same customer',
  fee: 'postage, bank charge, discount, sample or correction, not a product',
  'gift-voucher': 'a gift voucher, not a product',
  'unknown-code': 'the code is neither a product nor a known fee',
  'cancellation-unmatched': 'no earlier order in the file to take it from',
  'quantity-not-positive': 'a stock correction, not a sale',
  'price-not-positive': 'given away or written off',
  'junk-description': 'a note of the warehouse where the name should be',
  'no-description': 'no row of the file names the product',
};

export interface ImportReport {
  rowsRead: number;
  taken: Record<TakenKind, number>;
  refused: Record<RefusedReason, number>;
}

export function emptyReport(): ImportReport {
  const zero = <Key extends string>(keys: readonly Key[]) =>
    Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
  return { rowsRead: 0, taken: zero(takenKinds), refused: zero(refusedReasons) };
}

const sum = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

/** Throws when a row was lost or counted twice: a report that does not add up must not be shown. */
export function checkReport(report: ImportReport): ImportReport {
  const counted = sum(report.taken) + sum(report.refused);
  if (counted !== report.rowsRead) throw new Error(`The import counted ${counted} rows, but read ${report.rowsRead}`);
  return report;
}

export const totals = (report: ImportReport) => ({ taken: sum(report.taken), refused: sum(report.refused) });
