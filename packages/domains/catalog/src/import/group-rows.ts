import { plainCell } from './cells.ts';
import { BrokenFileError, type Row } from './read-rows.ts';

/** One variant's line with the cells that were mapped, by field, without their formula guards and outer spaces. */
export interface MappedRow {
  row: number;
  cells: Map<string, string>;
}
/** Lines of one product. `handle` is empty in a file that goes by SKU alone. */
export interface RowGroup {
  handle: string;
  rows: MappedRow[];
}

export function mapRow({ row, cells }: Row, mapping: readonly (string | null)[]): MappedRow {
  const mapped = new Map<string, string>();
  mapping.forEach((key, column) => {
    if (key !== null) mapped.set(key, plainCell((cells[column] ?? '').trim()).trim());
  });
  return { row, cells: mapped };
}

/** The rows, and at the end what broke them, so that the product before it is not lost. */
async function* untilBroken(rows: AsyncIterable<Row>): AsyncGenerator<Row | BrokenFileError> {
  try {
    yield* rows;
  } catch (error) {
    if (!(error instanceof BrokenFileError)) throw error;
    yield error;
  }
}

/** Lines that follow each other with the same handle; a line without a handle belongs to the one above it. */
export async function* groupRows(
  rows: AsyncIterable<Row>,
  mapping: readonly (string | null)[],
): AsyncGenerator<RowGroup> {
  const byHandle = mapping.includes('handle');
  let open: RowGroup | null = null;
  for await (const raw of untilBroken(rows)) {
    if (raw instanceof BrokenFileError) {
      if (open) yield open;
      throw raw;
    }
    if (raw.row === 1) continue;
    const row = mapRow(raw, mapping);
    const handle = row.cells.get('handle') ?? '';
    if (!byHandle) {
      yield { handle: '', rows: [row] };
    } else if (open && (handle === '' || handle === open.handle)) {
      open.rows.push(row);
    } else {
      if (open) yield open;
      open = { handle, rows: [row] };
    }
  }
  if (open) yield open;
}
