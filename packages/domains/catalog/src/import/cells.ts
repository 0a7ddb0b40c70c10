/** A spreadsheet takes a cell that begins so for a formula, whatever stands in front of it as an apostrophe. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;

/** So that a spreadsheet shows the text and runs nothing. `plainCell` is its inverse. */
export const safeCell = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** What was meant by a cell: the apostrophe that `safeCell` or a person put there is gone. */
export const plainCell = (text: string): string => (text.startsWith("'") && formula.test(text) ? text.slice(1) : text);

/** One line of a file, RFC 4180. */
export function csvLine(cells: readonly string[], delimiter = ','): string {
  return `${cells
    .map((cell) => {
      const safe = safeCell(cell);
      return /["\n\r]/.test(safe) || safe.includes(delimiter) || /^\s|\s$/.test(safe)
        ? `"${safe.replaceAll('"', '""')}"`
        : safe;
    })
    .join(delimiter)}\r\n`;
}

/** Several values in one cell: `a | b`, where a `|` in a value is written `\|`. */
export const joinList = (values: readonly string[]): string =>
  values.map((value) => value.replaceAll('\\', '\\\\').replaceAll('|', '\\|')).join(' | ');

export function splitList(cell: string, { keepEmpty = false } = {}): string[] {
  const values: string[] = [];
  let value = '';
  for (let index = 0; index < cell.length; index += 1) {
    const letter = cell[index] as string;
    const next = cell[index + 1];
    if (letter === '\\' && (next === '\\' || next === '|')) {
      value += next;
      index += 1;
    } else if (letter === '|') {
      values.push(value);
      value = '';
    } else value += letter;
  }
  values.push(value);
  return values.map((part) => part.trim()).filter((part) => keepEmpty || part !== '');
}
