import { Readable } from 'node:stream';
import { type Actor, assertEditor } from '../actor.ts';
import type { Database } from '../database.repository.ts';
import type { ObjectStorage } from '../media/ports.ts';
import { csvLine, plainCell } from './cells.ts';
import { importNotFound } from './errors.ts';
import { readJob, readProblems, type StoredJob } from './job.repository.ts';
import type { RowProblem } from './problem.ts';
import { BrokenFileError, readRows } from './read-rows.ts';

const page = 1_000;

async function* problemsByRow(db: Database, importId: string): AsyncGenerator<{ row: number; problems: RowProblem[] }> {
  let open: { row: number; problems: RowProblem[] } | null = null;
  let after = 0;
  for (;;) {
    const found = await readProblems(db, importId, after, page);
    // The last row of a full page may go on in the next: it is read again from its beginning.
    const whole = found.length === page ? found.filter(({ row }) => row !== found.at(-1)?.row) : found;
    for (const problem of whole.length > 0 ? whole : found) {
      if (open && open.row !== problem.row) {
        yield open;
        open = null;
      }
      open ??= { row: problem.row, problems: [] };
      open.problems.push(problem);
      after = problem.row;
    }
    if (found.length < page) break;
  }
  if (open) yield open;
}

async function* lines(db: Database, storage: ObjectStorage, job: StoredJob): AsyncGenerator<string> {
  const wrong = problemsByRow(db, job.id);
  let next = (await wrong.next()).value ?? null;
  let header: string[] = [];
  try {
    for await (const { row, cells } of readRows(storage, job)) {
      if (row === 1) {
        header = cells.map(plainCell);
        // So that a spreadsheet reads it as UTF-8.
        yield `\ufeff${csvLine([...header, 'import_row', 'import_error'], job.delimiter)}`;
        continue;
      }
      if (!next) return;
      if (row !== next.row) continue;
      const said = next.problems.map(({ column, message }: RowProblem) => (column ? `${column}: ${message}` : message));
      const padded = header.map((_, index) => plainCell(cells[index] ?? ''));
      yield csvLine([...padded, String(row), said.join('; ')], job.delimiter);
      next = (await wrong.next()).value ?? null;
    }
  } catch (error) {
    if (!(error instanceof BrokenFileError)) throw error;
    yield csvLine(
      [...header.map(() => ''), String(error.row), next?.problems[0]?.message ?? error.message],
      job.delimiter,
    );
  }
}

/** The refused rows as they were, with what is wrong; corrected, the very same file can be imported. */
export async function errorFile(
  db: Database,
  ports: { storage: ObjectStorage },
  actor: Actor,
  { sellerId, importId }: { sellerId: string; importId: string },
): Promise<{ fileName: string; body: Readable }> {
  assertEditor(actor, sellerId);
  const job = await readJob(db, importId, sellerId);
  if (!job) throw importNotFound();
  const name = job.fileName.replace(/\.[a-z0-9]{1,5}$/i, '');
  return { fileName: `${name}-errors.csv`, body: Readable.from(lines(db, ports.storage, job)) };
}
