/** One row of the benchmark table: a measured value against a reference or a limit, both of one run. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** What the ratio divides by, with its unit; null when the value itself is compared. */
  reference: { name: string; value: number } | null;
  /** The wanted ratio or value. */
  target: { atLeast: number } | { atMost: number };
}

/** The number that is compared with the target. */
export function compared(figure: Figure): number {
  return figure.reference ? figure.value / figure.reference.value : figure.value;
}

export function holds(figure: Figure): boolean {
  const number = compared(figure);
  return 'atLeast' in figure.target ? number >= figure.target.atLeast : number <= figure.target.atMost;
}

const round = (value: number) =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toFixed(2);

export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    holds(figure) ? '✓' : '✗',
    figure.name,
    `${round(figure.value)} ${figure.unit}`,
    figure.reference ? `${round(figure.reference.value)} ${figure.unit} (${figure.reference.name})` : '–',
    figure.reference ? compared(figure).toFixed(2) : '–',
    'atLeast' in figure.target ? `≥ ${figure.target.atLeast}` : `≤ ${figure.target.atMost}`,
  ]);
  const head = ['', 'what', 'measured', 'reference', 'ratio', 'wanted'];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
