import { type Html, html } from './html.ts';

export function formatDuration(ms: number): string {
  if (ms < 1_000) return `${Math.max(0, Math.round(ms))} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(ms < 10_000 ? 2 : 1)} s`;
  if (ms < 3_600_000) return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1_000)} s`;
  if (ms < 86_400_000) return `${Math.floor(ms / 3_600_000)} h ${Math.round((ms % 3_600_000) / 60_000)} min`;
  return `${Math.floor(ms / 86_400_000)} d ${Math.round((ms % 86_400_000) / 3_600_000)} h`;
}

export function timeAgo(date: Date, now: number): Html {
  const age = now - date.getTime();
  const text = age < 1_000 ? 'just now' : `${formatDuration(Math.floor(age / 1_000) * 1_000).replace(/\.\d+/, '')} ago`;
  return html`<time datetime="${date.toISOString()}" title="${date.toISOString()}">${text}</time>`;
}

const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });

export function moment(date: Date): Html {
  return html`<time datetime="${date.toISOString()}">${moments.format(date)} UTC</time>`;
}

export function json(value: unknown): string {
  const text =
    typeof value === 'string' && value.includes('\n') ? value : (JSON.stringify(value, null, 2) ?? 'undefined');
  return text.length > 20_000 ? `${text.slice(0, 20_000)}\n… ${text.length - 20_000} more characters` : text;
}

export function status(name: string): Html {
  return html`<span class="status ${name.toLowerCase()}">${name}</span>`;
}
