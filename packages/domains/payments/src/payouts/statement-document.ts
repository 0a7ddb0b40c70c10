import { formatMoney } from '@mallhive/kernel';
import type { StatementDocument } from './ports.ts';
import { type Statement, totalsOf } from './statements.ts';

const kinds = {
  capture: 'Sale',
  refund: 'Refund',
  refund_lost: 'Refund returned',
  payout: 'Payout',
  payout_failed: 'Payout returned',
};
const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const dayName = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A statement as it is printed. Made at the end of its month, whenever it is asked for, so that it is always the same. */
export function statementDocument({
  month,
  currency,
  sellerName,
  opening,
  rows,
  closing,
}: Statement): StatementDocument {
  const say = (amount: number) => formatMoney({ amount, currency });
  const figures = (of: ReturnType<typeof totalsOf>) => [of.gross, of.promotion, of.tax, of.commission, of.net].map(say);
  const from = new Date(`${month}-01T00:00:00Z`);
  const madeAt = new Date(from);
  madeAt.setUTCMonth(madeAt.getUTCMonth() + 1);
  return {
    title: `Statement ${monthName.format(from)}`,
    sellerName,
    facts: [
      ['Opening balance', say(opening)],
      ['Closing balance', say(closing)],
      ['Currency', currency],
    ],
    columns: [
      { label: 'Date', align: 'start', width: 12 },
      { label: 'What', align: 'start', width: 14 },
      { label: 'Order', align: 'start', width: 20 },
      { label: 'Paid by shopper', align: 'end', width: 15 },
      { label: 'Discount paid by us', align: 'end', width: 16 },
      { label: 'Tax', align: 'end', width: 12 },
      { label: 'Commission', align: 'end', width: 12 },
      { label: 'Net', align: 'end', width: 13 },
    ],
    rows: rows.map((row) => [dayName.format(row.at), kinds[row.kind], row.number ?? '', ...figures(row)]),
    totals: [['Total', '', '', ...figures(totalsOf(rows))]],
    madeAt,
  };
}
