/** What a spreadsheet would take for a formula begins with an apostrophe; numbers are written as they are (RFC 4180). */
function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** With a byte order mark, by which spreadsheets know UTF-8. */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;

/** Minor units as a decimal number without grouping. */
export const decimalOf = (amount: number, digits = 2): number => Number((amount / 10 ** digits).toFixed(digits));
