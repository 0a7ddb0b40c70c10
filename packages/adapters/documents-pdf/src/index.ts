export { printInvoice } from './print-invoice.ts';
export { printStatement } from './print-statement.ts';
