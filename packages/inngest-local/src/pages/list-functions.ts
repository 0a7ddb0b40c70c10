import type { Engine } from '../engine.ts';
import type { FunctionConfig } from '../protocol.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';

function rules(config: FunctionConfig): string {
  const names = {
    concurrency: 'concurrency',
    throttle: 'throttle',
    rateLimit: 'rate limit',
    debounce: 'debounce',
    batchEvents: 'batch',
    idempotency: 'idempotency',
    singleton: 'singleton',
    priority: 'priority',
    cancel: 'cancelled by events',
    timeouts: 'timeouts',
  } as const;
  return Object.entries(names)
    .filter(([member]) => config[member as keyof typeof names] !== undefined)
    .map(([, name]) => name)
    .join(', ');
}

function triggers(config: FunctionConfig): string {
  const names = config.triggers.map(({ event, cron, expression }) =>
    cron ? `cron ${cron}` : `${event ?? ''}${expression ? ` if ${expression}` : ''}`,
  );
  return names.join(', ') || 'invoked only';
}

export async function listFunctions(engine: Engine): Promise<Html> {
  const { rows } = await engine.pool.query<{ function_id: string; runs: number; failed: number }>(
    `SELECT function_id, count(*)::int AS runs, count(*) FILTER (WHERE status = 'Failed')::int AS failed
     FROM inngest_local.runs GROUP BY function_id`,
  );
  const counts = new Map(rows.map((row) => [row.function_id, row]));
  const functions = engine.registry.all().toSorted((left, right) => left.id.localeCompare(right.id));
  const missing = engine.settings.appUrls.filter((url) => !engine.registry.appUrls().has(url));
  const content = html`<h1>Functions</h1>
${missing.map((url) => html`<p class="error">The app at ${url} has not registered yet; events wait for it.</p>`)}
<div class="card scroll" tabindex="0" role="region" aria-label="Functions"><table>
<thead><tr><th scope="col">Function</th><th scope="col">Triggered by</th><th scope="col">Flow control</th>
<th scope="col" class="number">Runs</th><th scope="col" class="number">Failed</th></tr></thead>
<tbody>${functions.map(
    (fn) => html`<tr><td><a class="main" href="/?fn=${encodeURIComponent(fn.id)}">${fn.id}</a></td>
<td class="quiet">${triggers(fn.config)}</td><td class="quiet">${rules(fn.config)}</td>
<td class="number">${counts.get(fn.id)?.runs ?? 0}</td><td class="number">${counts.get(fn.id)?.failed ?? 0}</td></tr>`,
  )}</tbody></table></div>`;
  return layout({ title: 'Functions', section: '/functions', content });
}
