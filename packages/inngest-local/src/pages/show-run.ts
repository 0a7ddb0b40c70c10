import type { Engine } from '../engine.ts';
import type { EventPayload, FunctionError } from '../protocol.ts';
import { formatDuration, json, moment, status } from './format.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';

interface Attempt {
  attempt: number;
  at: string;
  ms?: number;
  error?: FunctionError;
}

interface Step {
  id: string;
  name: string;
  op: string;
  status: string;
  opts: Record<string, unknown> | null;
  output: unknown;
  error: FunctionError | null;
  history: Attempt[];
  started_at: string;
  ended_at: string | null;
}

interface Run {
  id: string;
  function_id: string;
  event_name: string;
  events: EventPayload[];
  status: string;
  max_attempts: number;
  output: unknown;
  error: FunctionError | null;
  history: Attempt[];
  parent_run: string | null;
  rerun_of: string | null;
  created_at: Date;
  started_at: Date | null;
  ended_at: Date | null;
  steps: Step[];
  children: Array<{ id: string; step: string }>;
  next_call: Date | null;
}

const kinds: Record<string, string> = {
  StepPlanned: 'step',
  StepRun: 'step',
  StepError: 'step',
  StepFailed: 'step',
  Sleep: 'sleep',
  WaitForEvent: 'wait for event',
  WaitForSignal: 'wait for signal',
  InvokeFunction: 'invoke',
};

async function findRun(engine: Engine, id: string): Promise<Run | undefined> {
  const { rows } = await engine.pool.query<Run>(
    `SELECT run.*,
       (SELECT coalesce(jsonb_agg(to_jsonb(step) ORDER BY step.seq), '[]') FROM inngest_local.steps step
        WHERE step.run_id = run.id) AS steps,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('id', child.id, 'step', child.parent_step)), '[]')
        FROM inngest_local.runs child WHERE child.parent_run = run.id) AS children,
       (SELECT min(visible_at) FROM inngest_local.jobs WHERE run_id = run.id) AS next_call
     FROM inngest_local.runs run WHERE run.id = $1`,
    [id],
  );
  return rows[0];
}

function block(id: string, title: string, value: unknown): Html {
  return html`<details id="${id}"><summary>${title}</summary><pre tabindex="0">${json(value)}</pre></details>`;
}

function attempts(history: readonly Attempt[]): Html | string {
  if (!history.some(({ error }) => error)) return '';
  return html`<ol class="attempts">${history.map(
    (
      each,
    ) => html`<li>${each.error ? html`<span class="error">${each.error.name}: ${each.error.message}</span>` : 'succeeded'}
<span class="quiet">${each.ms === undefined ? '' : `after ${formatDuration(each.ms)}, `}${each.at}</span></li>`,
  )}</ol>`;
}

/** Where the step lies within the run. Drawn with attributes, for which no inline style is needed. */
function timeline(step: Step, from: number, to: number): Html {
  const span = Math.max(1, to - from);
  const start = (100 * (new Date(step.started_at).getTime() - from)) / span;
  const end = step.ended_at ? (100 * (new Date(step.ended_at).getTime() - from)) / span : 100;
  const kind = step.status === 'Failed' ? 'bad' : kinds[step.op] === 'step' ? 'run' : 'wait';
  const left = Math.min(99.2, Math.max(0, start));
  return html`<svg class="line" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
<rect class="track" width="100" height="8"/><rect class="${kind}" x="${left.toFixed(2)}" width="${Math.max(0.8, end - left).toFixed(2)}" height="8"/></svg>`;
}

function stepItem(run: Run, step: Step, now: number): Html {
  const started = new Date(step.started_at).getTime();
  const ended = step.ended_at ? new Date(step.ended_at).getTime() : now;
  const child = run.children.find((each) => each.step === step.id);
  const failed = step.history.filter(({ error }) => error).length;
  return html`<li>
<div class="step-head"><strong>${step.name}</strong>${status(step.status)}
<span class="quiet">${kinds[step.op] ?? step.op}, ${formatDuration(ended - started)}${
    failed > 0 ? `, ${step.history.length} of ${run.max_attempts} attempts` : ''
  }</span>${child ? html`<a href="/runs/${child.id}">the invoked run</a>` : ''}</div>
${timeline(step, run.created_at.getTime(), run.ended_at?.getTime() ?? now)}
${step.error && failed === 0 ? html`<div class="error">${step.error.name}: ${step.error.message}</div>` : ''}
${attempts(step.history)}
${step.opts && Object.keys(step.opts).length > 0 ? block(`in-${step.id}`, 'Input', step.opts) : ''}
${step.status === 'Completed' && step.op !== 'Sleep' ? block(`out-${step.id}`, 'Output', step.output) : ''}
${step.error?.stack ? block(`trace-${step.id}`, 'Stack', step.error.stack) : ''}
</li>`;
}

function facts(run: Run, now: number): Html {
  const took = run.started_at ? formatDuration((run.ended_at?.getTime() ?? now) - run.started_at.getTime()) : '–';
  const waited = (run.started_at?.getTime() ?? now) - run.created_at.getTime();
  return html`<dl class="card facts">
<div><dt>Event</dt><dd>${run.event_name}</dd></div>
<div><dt>Created</dt><dd>${moment(run.created_at)}</dd></div>
<div><dt>Waited</dt><dd>${formatDuration(waited)}</dd></div>
<div><dt>Took</dt><dd>${took}</dd></div>
${run.next_call && run.next_call.getTime() > now ? html`<div><dt>Next call</dt><dd>in ${formatDuration(run.next_call.getTime() - now)} or earlier</dd></div>` : ''}
${run.parent_run ? html`<div><dt>Invoked by</dt><dd><a href="/runs/${run.parent_run}">another run</a></dd></div>` : ''}
${run.rerun_of ? html`<div><dt>Repeats</dt><dd><a href="/runs/${run.rerun_of}">an earlier run</a></dd></div>` : ''}
</dl>`;
}

export async function showRun(engine: Engine, id: string): Promise<Html | undefined> {
  const run = await findRun(engine, id);
  if (!run) return undefined;
  const now = Date.now();
  const over = run.ended_at !== null;
  const content = html`<p class="quiet"><a href="/">Runs</a></p>
<h1>${run.function_id} ${status(run.status)}</h1>
<code class="quiet">${run.id}</code>
<div class="actions">
<form method="post" action="/runs/${run.id}/rerun"><button class="primary" id="rerun">Run again</button></form>
${over ? '' : html`<form method="post" action="/runs/${run.id}/cancel"><button class="danger" id="cancel">Cancel</button></form>`}
</div>
${facts(run, now)}
${run.error ? html`<h2>Error</h2><div class="error">${run.error.name}: ${run.error.message}</div>` : ''}
${run.error?.stack ? block('trace', 'Stack', run.error.stack) : ''}
${run.history.length > 0 ? html`<h2>Failed calls</h2>${attempts(run.history)}` : ''}
<h2>Steps</h2>
${
  run.steps.length === 0
    ? html`<div class="card empty">No steps${over ? '' : ' yet'}.</div>`
    : html`<div class="card"><ol class="steps">${run.steps.map((step) => stepItem(run, step, now))}</ol></div>`
}
<h2>Input and output</h2>
${block('events', run.events.length === 1 ? 'Event' : `${run.events.length} events`, run.events.length === 1 ? run.events[0] : run.events)}
${run.status === 'Completed' ? block('output', 'Output', run.output) : ''}`;
  return layout({ title: run.function_id, section: '', content });
}
