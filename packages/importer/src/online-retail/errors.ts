/** The file cannot be read as what it claims to be. Thrown at the first such place; nothing has been written by then. */
export class ImportFileError extends Error {
  readonly line: number;
  constructor(line: number, problem: string) {
    super(line > 0 ? `Line ${line}: ${problem}` : problem);
    this.name = 'ImportFileError';
    this.line = line;
  }
}
