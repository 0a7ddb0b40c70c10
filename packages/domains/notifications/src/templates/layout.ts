import { localisedUrl } from '@mallhive/kernel';
import type { Speech } from '../speech.ts';
import { escapeHtml, safeUrl } from './html.ts';

/** What a template says; text and HTML are both made from it, so that neither forgets anything. */
export interface Letter {
  subject: string;
  /** Shown by mail programs beside the subject. */
  preview: string;
  heading: string;
  paragraphs: string[];
  /** Lines with an amount or count at the right. */
  items?: { title: string; detail: string; value: string }[];
  /** Label and figure; `strong` is the sum. */
  figures?: { label: string; value: string; strong?: boolean }[];
  facts?: { label: string; value: string }[];
  /** Several ways on, of equal weight. */
  links?: { label: string; url: string }[];
  action?: { label: string; url: string };
  closing: string;
}

/** What the layout needs beside the letter. */
export interface Setting {
  shopUrl: string;
  speech: Speech;
  /** On messages that somebody may not want: the way out. */
  unsubscribeUrl?: string | undefined;
}

const waysOut = ({ shopUrl, speech: { locale, words }, unsubscribeUrl }: Setting) =>
  unsubscribeUrl
    ? [
        { label: words.unsubscribe, url: unsubscribeUrl },
        { label: words.settings, url: localisedUrl(shopUrl, locale, '/account/notifications') },
      ]
    : [];

const ink = '#231b22';
const soft = '#61575c';
const line = '#e7e0d2';
const font = "font-family:'Instrument Sans',-apple-system,'Segoe UI',Helvetica,Arial,sans-serif";
const display = "font-family:Fraunces,Georgia,'Times New Roman',serif";

/** Mail programs know no logical sides. */
const sides = (dir: Speech['dir']) =>
  dir === 'rtl' ? ({ end: 'left', start: 'right' } as const) : ({ end: 'right', start: 'left' } as const);

function itemRows(items: NonNullable<Letter['items']>, dir: Speech['dir']): string {
  const { end, start } = sides(dir);
  return items
    .map(
      ({ title, detail, value }) =>
        `<tr><td style="padding:12px 0;border-bottom:1px solid ${line};${font};font-size:15px;line-height:22px;color:${ink}"><strong style="font-weight:600">${escapeHtml(title)}</strong>${detail ? `<br><span style="color:${soft};font-size:14px">${escapeHtml(detail)}</span>` : ''}</td><td align="${end}" valign="top" style="padding:12px 0;padding-${start}:16px;border-bottom:1px solid ${line};${font};font-size:15px;line-height:22px;color:${ink};white-space:nowrap">${escapeHtml(value)}</td></tr>`,
    )
    .join('');
}

function figureRows(figures: NonNullable<Letter['figures']>, dir: Speech['dir']): string {
  return figures
    .map(({ label, value, strong }) => {
      const style = `padding:${strong ? '10px' : '4px'} 0 4px;${font};font-size:${strong ? '17px;font-weight:700' : '14px'};color:${strong ? ink : soft}`;
      return `<tr><td style="${style}">${escapeHtml(label)}</td><td align="${sides(dir).end}" style="${style}">${escapeHtml(value)}</td></tr>`;
    })
    .join('');
}

const table = (rows: string, style = '') =>
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;${style}">${rows}</table>`;

export function toHtml(letter: Letter, setting: Setting): string {
  const { heading, paragraphs, items, figures, facts, links, action } = letter;
  const { locale, dir } = setting.speech;
  const parts = [
    `<h1 style="margin:0 0 16px;${display};font-weight:600;font-size:28px;line-height:34px;color:${ink}">${escapeHtml(heading)}</h1>`,
    ...paragraphs.map(
      (text) =>
        `<p style="margin:0 0 16px;${font};font-size:16px;line-height:25px;color:${ink}">${escapeHtml(text)}</p>`,
    ),
    facts &&
      table(
        facts
          .map(
            ({ label, value }) =>
              `<tr><td style="padding:6px 16px;${font};font-size:14px;color:${soft}">${escapeHtml(label)}</td><td style="padding:6px 16px;${font};font-size:15px;font-weight:600;color:${ink}">${escapeHtml(value)}</td></tr>`,
          )
          .join(''),
        'margin:8px 0 20px;background:#f3eee4;border-radius:12px',
      ),
    items && table(itemRows(items, dir), `margin:8px 0 0;border-top:1px solid ${line}`),
    figures && table(figureRows(figures, dir), 'margin:12px 0 0'),
    ...(links ?? []).map(
      ({ label, url }) =>
        `<p style="margin:0 0 12px;${font};font-size:16px;line-height:25px"><a href="${safeUrl(url)}" style="color:${ink};font-weight:600">${escapeHtml(label)}</a></p>`,
    ),
    action &&
      `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:28px 0 4px"><tr><td bgcolor="#f2b632" style="border-radius:12px"><a href="${safeUrl(action.url)}" style="display:inline-block;padding:14px 26px;${font};font-size:16px;font-weight:600;color:#251a05;text-decoration:none">${escapeHtml(action.label)}</a></td></tr></table>`,
  ];
  const out = waysOut(setting)
    .map(({ label, url }) => `<a href="${safeUrl(url)}" style="color:${soft}">${escapeHtml(label)}</a>`)
    .join(' · ');
  return `<!doctype html><html lang="${locale}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light"><title>${escapeHtml(letter.subject)}</title></head>
<body style="margin:0;padding:0;background:#fbf9f4"><div style="display:none;max-height:0;overflow:hidden;opacity:0">${escapeHtml(letter.preview)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#fbf9f4"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px">
<tr><td style="padding:0 4px 20px"><a href="${safeUrl(localisedUrl(setting.shopUrl, locale, '/'))}" style="${display};font-size:22px;font-weight:700;color:${ink};text-decoration:none">MallHive</a></td></tr>
<tr><td style="background:#ffffff;border:1px solid ${line};border-radius:20px;padding:36px 32px">${parts.filter(Boolean).join('\n')}</td></tr>
<tr><td style="padding:20px 4px 0;${font};font-size:13px;line-height:20px;color:${soft}">${escapeHtml(letter.closing)}${out ? `<br>${out}` : ''}</td></tr>
</table></td></tr></table></body></html>`;
}

export function toText(letter: Letter, setting: Setting): string {
  const { heading, paragraphs, items, figures, facts, links, action, closing } = letter;
  const blocks = [
    heading,
    ...paragraphs,
    facts?.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    items?.map(({ title, detail, value }) => `- ${[title, detail].filter(Boolean).join(', ')}: ${value}`).join('\n'),
    figures?.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    links?.map(({ label, url }) => `${label}:\n${url}`).join('\n\n'),
    action && `${action.label}:\n${action.url}`,
    `--\n${[closing, ...waysOut(setting).map(({ label, url }) => `${label}: ${url}`)].join('\n')}`,
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}
