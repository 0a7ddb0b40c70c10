import { ImportFileError } from './errors.ts';

export const header = [
  'InvoiceNo',
  'StockCode',
  'Description',
  'Quantity',
  'InvoiceDate',
  'UnitPrice',
  'CustomerID',
  'Country',
] as const;

export interface RetailRow {
  invoice: string;
  code: string;
  description: string;
  quantity: number;
  at: number;
  /** Pence, rounded. */
  price: number;
  /** Empty when the shop did not know the customer. */
  customer: string;
  country: string;
}

const datePattern = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/;

/** Times in the file have no zone; they are taken as UTC, so that the import is the same everywhere. */
function parseDate(text: string, line: number): number {
  const match = datePattern.exec(text);
  const at = match ? Date.parse(`${text.slice(0, 10)}T${text.slice(11)}Z`) : Number.NaN;
  if (Number.isNaN(at)) throw new ImportFileError(line, `InvoiceDate "${text}" is not YYYY-MM-DD hh:mm:ss`);
  return at;
}

function parseNumber(text: string, name: string, line: number): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new ImportFileError(line, `${name} "${text}" is not a number`);
  return value;
}

export function checkHeader(fields: readonly string[]): void {
  if (fields.length !== header.length || header.some((name, index) => fields[index] !== name))
    throw new ImportFileError(1, `the columns must be ${header.join(',')}, but are ${fields.join(',').slice(0, 200)}`);
}

export function parseRow(fields: readonly string[], line: number): RetailRow {
  if (fields.length !== header.length)
    throw new ImportFileError(line, `${fields.length} columns where ${header.length} are expected`);
  const [invoice = '', code = '', description = '', quantity = '', date = '', price = '', customer = '', country = ''] =
    fields;
  if (invoice === '' || code === '') throw new ImportFileError(line, 'InvoiceNo and StockCode must not be empty');
  const units = parseNumber(quantity, 'Quantity', line);
  if (!Number.isInteger(units)) throw new ImportFileError(line, `Quantity "${quantity}" is not a whole number`);
  return {
    invoice: invoice.trim(),
    code: code.trim().toUpperCase(),
    description,
    quantity: units,
    at: parseDate(date, line),
    price: Math.round(parseNumber(price, 'UnitPrice', line) * 100),
    customer: customer.trim().replace(/\.0$/, ''),
    country: country.trim(),
  };
}
