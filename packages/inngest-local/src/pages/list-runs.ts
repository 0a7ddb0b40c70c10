import type { Engine } from '../engine.ts';
import { formatDuration, status, timeAgo } from './format.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';

const pageSize = 50;
const statuses = ['Queued', 'Running', 'Completed', 'Failed', 'Cancelled'] as const;

export interface RunFilter {
  status: string;
  fn: string;
  event: string;
  /** The last run of the page before. Ids rise with time. */
  before: string;
}

interface Row {
  id: string;
  function_id: string;
  event_name: string;
  status: string;
  created_at: Date;
  started_at: Date | null;
  ended_at: Date | null;
  error: { message?: string } | null;
  steps: number;
}

async function findRuns(engine: Engine, filter: RunFilter): Promise<Row[]> {
  const { rows } = await engine.pool.query<Row>(
    `SELECT run.id, function_id, event_name, status, created_at, started_at, ended_at, error, steps.count AS steps
     FROM (SELECT * FROM inngest_local.runs
           WHERE ($1 = '' OR status = $1) AND ($2 = '' OR function_id = $2)
             AND ($3 = '' OR event_name = $3) AND ($4 = '' OR id < $4)
           ORDER BY id DESC LIMIT $5) AS run
     CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM inngest_local.steps WHERE run_id = run.id) AS steps
     ORDER BY run.id DESC`,
    [filter.status, filter.fn, filter.event, filter.before, pageSize + 1],
  );
  return rows;
}

async function countByStatus(engine: Engine): Promise<Map<string, number>> {
  const { rows } = await engine.pool.query<{ status: string; count: number }>(
    'SELECT status, count(*)::int AS count FROM inngest_local.runs GROUP BY status',
  );
  return new Map(rows.map((row) => [row.status, row.count]));
}

function choice(
  name: string,
  label: string,
  chosen: string,
  options: ReadonlyArray<[value: string, text: string]>,
): Html {
  return html`<label>${label}<select name="${name}"><option value="">All</option>${options.map(
    ([value, text]) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`,
  )}</select></label>`;
}

function runRow(run: Row, now: number): Html {
  const end = run.ended_at?.getTime() ?? now;
  return html`<tr>
<td><a class="main" id="run-${run.id}" href="/runs/${run.id}">${run.function_id}</a>${
    run.error?.message ? html`<div class="error">${run.error.message.slice(0, 200)}</div>` : ''
  }</td>
<td>${status(run.status)}</td>
<td class="quiet">${run.event_name}</td>
<td class="number quiet">${run.steps} ${run.steps === 1 ? 'step' : 'steps'}</td>
<td class="number">${run.started_at ? formatDuration(end - run.started_at.getTime()) : '–'}</td>
<td class="number quiet">${timeAgo(run.created_at, now)}</td>
</tr>`;
}

function table(rows: readonly Row[]): Html {
  if (rows.length === 0) {
    return html`<div class="card empty">No runs here. Events that trigger a function show up as they arrive.</div>`;
  }
  const now = Date.now();
  return html`<div class="card"><table class="runs">
<thead><tr><th scope="col">Function</th><th scope="col">Status</th><th scope="col">Event</th>
<th scope="col" class="number">Steps</th><th scope="col" class="number">Took</th><th scope="col" class="number">Started</th></tr></thead>
<tbody>${rows.map((row) => runRow(row, now))}</tbody></table></div>`;
}

export async function listRuns(engine: Engine, filter: RunFilter): Promise<Html> {
  const [found, counts] = await Promise.all([findRuns(engine, filter), countByStatus(engine)]);
  const rows = found.slice(0, pageSize);
  const functions = engine.registry.all();
  const events = [...new Set(functions.flatMap((fn) => fn.config.triggers.flatMap(({ event }) => event ?? [])))];
  const older = new URLSearchParams({ ...filter, before: rows.at(-1)?.id ?? '' });
  const newest = new URLSearchParams({ ...filter, before: '' });
  const content = html`<h1>Runs</h1>
<form class="filters" method="get" action="/">
${choice(
  'status',
  'Status',
  filter.status,
  statuses.map((name) => [name, `${name} (${counts.get(name) ?? 0})`]),
)}
${choice(
  'fn',
  'Function',
  filter.fn,
  functions
    .map(({ id }) => id)
    .toSorted()
    .map((id) => [id, id]),
)}
${choice(
  'event',
  'Event',
  filter.event,
  events.toSorted().map((name) => [name, name]),
)}
<button type="submit">Filter</button>
</form>
${table(rows)}
<div class="pages">
${filter.before ? html`<a href="/?${newest.toString()}">Newest</a>` : ''}
${found.length > pageSize ? html`<a href="/?${older.toString()}">Older</a>` : ''}
</div>`;
  return layout({ title: 'Runs', section: '/', content });
}
