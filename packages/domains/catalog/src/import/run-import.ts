import type { Database } from '../database.repository.ts';
import type { MediaPorts } from '../media/ports.ts';
import type { CatalogPorts } from '../ports.ts';
import { groupRows } from './group-rows.ts';
import { createMemory, imagesOf, importPortion, type Portion } from './import-portion.ts';
import { readJob, type StoredJob, withJob } from './job.repository.ts';
import { problem } from './problem.ts';
import { BrokenFileError, readRows } from './read-rows.ts';
import { resolveImages } from './resolve-images.ts';

export interface RunOptions {
  /** After about this long the work is handed back, so that no step lasts for minutes. */
  budgetMs?: number;
}

const portionGroups = 500;
const portionRows = 2_000;
const running = new Set(['queued', 'checking', 'writing']);

type Ports = CatalogPorts & MediaPorts;

/** The first step of a job decides whether the file is looked at before anything is written. */
async function begin(db: Database, ports: Ports, id: string): Promise<void> {
  await withJob(db, id, async (job, open) => {
    if (job?.status !== 'queued') return;
    const first = job.dryRun || job.mode === 'all_or_nothing' ? 'checking' : 'writing';
    await open.setStatus(id, first, ports.clock.now());
  });
}

/** The file is through. After a clean look the writing begins, from the start of the file. */
async function end(db: Database, ports: Ports, job: StoredJob): Promise<void> {
  await withJob(db, job.id, async (stored, open) => {
    if (stored?.status !== job.status) return;
    const at = ports.clock.now();
    if (stored.status === 'writing') {
      await open.setStatus(job.id, 'done', at, { finished: true, checked: true, written: true });
    } else if (stored.dryRun) await open.setStatus(job.id, 'done', at, { finished: true, checked: true });
    else if (stored.errorRows > 0) await open.setStatus(job.id, 'refused', at, { finished: true, checked: true });
    else {
      await open.forgetProblems(job.id);
      await open.setStatus(job.id, 'writing', at, { checked: true });
    }
  });
}

/** The rest of the file is unreadable: one wrong row that stands for it. */
async function noteBroken(db: Database, job: StoredJob, row: number): Promise<void> {
  await withJob(db, job.id, async (stored, open) => {
    if (stored?.status !== job.status) return;
    await open.addProblems(job.id, [problem(row, 'file_broken')]);
    const rows = job.status === 'writing' ? stored.writtenRows : stored.checkedRows;
    const nothing = { created: 0, updated: 0, unchanged: 0, refused: 0 };
    await open.progress(job.id, { ...nothing, rows, writing: job.status === 'writing', errorRows: 1 });
  });
}

/** Goes through the file from where the job stands. True when it came to the end of it. */
async function go(db: Database, ports: Ports, job: StoredJob, deadline: number): Promise<boolean> {
  const { mapping } = job;
  if (!mapping) throw new Error(`Import ${job.id} was started without a mapping`);
  const done = job.status === 'writing' ? job.writtenRows : job.checkedRows;
  const remember = createMemory();
  const fresh = (from: number): Portion => ({ groups: [], from, to: from });
  let portion = fresh(done);
  let rows = 0;

  async function flush(): Promise<boolean> {
    if (portion.groups.length === 0) return true;
    const image = await resolveImages(db, ports, job.sellerId, imagesOf(portion), job.status === 'writing');
    const went = await importPortion(db, ports, job, portion, image);
    portion = fresh(portion.to);
    rows = 0;
    return went;
  }

  try {
    for await (const group of groupRows(readRows(ports.storage, job), mapping)) {
      const problems = remember(group);
      const last = (group.rows.at(-1)?.row ?? 1) - 1;
      if (last <= done) continue;
      portion.groups.push({ group, problems });
      portion.to = last;
      rows += group.rows.length;
      if (portion.groups.length < portionGroups && rows < portionRows) continue;
      if (!(await flush())) return false;
      if (Date.now() > deadline) return false;
    }
  } catch (error) {
    if (!(error instanceof BrokenFileError)) throw error;
    if (!(await flush())) return false;
    await noteBroken(db, job, error.row);
    return true;
  }
  return flush();
}

/**
 * Works on an import for a while. `done` false: call again, in this process or another, at once or after a crash; it goes
 * on where it stands. Portions are one transaction each, so nothing is written twice.
 */
export async function runImport(
  db: Database,
  ports: Ports,
  importId: string,
  { budgetMs = 12_000 }: RunOptions = {},
): Promise<{ done: boolean }> {
  const deadline = Date.now() + budgetMs;
  await begin(db, ports, importId);
  const job = await readJob(db, importId, null);
  if (!job || !running.has(job.status)) return { done: true };
  if (await go(db, ports, job, deadline)) await end(db, ports, job);
  const after = await readJob(db, importId, null);
  return { done: !after || !running.has(after.status) };
}

/** The job was given up after many attempts: its page says so, and starting again is safe. */
export async function failImport(db: Database, ports: Ports, importId: string): Promise<void> {
  await withJob(db, importId, async (job, open) => {
    if (job && running.has(job.status)) await open.setStatus(importId, 'failed', ports.clock.now(), { finished: true });
  });
}
