import { type Currency, currencyDigits } from '@mallhive/kernel';
import { type Statement, totalsOf } from './statements.ts';

/** `12.50`: for machines, so without grouping and with a point. */
export function decimalOf(amount: number, currency: Currency): string {
  const digits = currencyDigits[currency];
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  const sign = amount < 0 ? '-' : '';
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** RFC 4180; what a spreadsheet would take for a formula begins with an apostrophe. Numbers are written as they are. */
function cell(value: string | number): string {
  const text =
    typeof value === 'string' && /^[=+\-@\t\r]/.test(value) && !/^-?[\d.]+$/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

const kinds = {
  capture: 'Sale',
  refund: 'Refund',
  refund_lost: 'Refund returned',
  payout: 'Payout',
  payout_failed: 'Payout returned',
};

export function statementCsv({ month, currency, opening, rows, closing }: Statement): string {
  const say = (amount: number) => decimalOf(amount, currency);
  const figures = (of: ReturnType<typeof totalsOf>) => [of.gross, of.promotion, of.tax, of.commission, of.net].map(say);
  const first = `${month}-01`;
  return csvOf([
    [
      'Date',
      'What',
      'Number',
      'Paid by shopper',
      'Discount paid by marketplace',
      'Tax',
      'Commission',
      'Net',
      'Currency',
    ],
    [first, 'Opening balance', '', '', '', '', '', say(opening), currency],
    ...rows.map((row) => [
      row.at.toISOString().slice(0, 10),
      kinds[row.kind],
      row.number ?? '',
      ...figures(row),
      currency,
    ]),
    ['', 'Total', '', ...figures(totalsOf(rows)), currency],
    ['', 'Closing balance', '', '', '', '', '', say(closing), currency],
  ]);
}

export interface TransferRow {
  id: string;
  holder: string;
  iban: string;
  bic: string;
  amount: number;
  currency: Currency;
  remittance: string;
}

/** What banks read as a list of credit transfers: one line a payout, with the fields of a SEPA credit transfer. */
export function bankFileCsv(rows: readonly TransferRow[]): string {
  return csvOf([
    ['EndToEndId', 'CreditorName', 'CreditorIBAN', 'CreditorBIC', 'Amount', 'Currency', 'RemittanceInformation'],
    ...rows.map(({ id, holder, iban, bic, amount, currency, remittance }) => [
      // At most 35 characters there.
      id.replaceAll('-', ''),
      holder,
      iban,
      bic,
      decimalOf(amount, currency),
      currency,
      remittance,
    ]),
  ]);
}
