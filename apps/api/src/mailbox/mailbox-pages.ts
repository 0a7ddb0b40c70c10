/** What the pages show of a stored message. */
export interface MailboxEntry {
  id: string;
  channel: 'email' | 'sms' | 'push';
  to: string;
  subject: string;
  template: string;
  createdAt: string;
}
export interface MailboxMessage extends MailboxEntry {
  from: string;
  text: string;
  html: string;
  headers: Readonly<Record<string, string>>;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

const style = `
:root{color-scheme:light dark;--ink:#1d1b18;--muted:#6b655c;--paper:#faf8f4;--line:#e4ded3}
@media(prefers-color-scheme:dark){:root{--ink:#f2eee6;--muted:#a79f92;--paper:#191715;--line:#37332d}}
body{margin:0;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
main{max-width:52rem;margin:0 auto;padding:2rem 1rem}
h1{font-size:1.5rem;margin:0 0 1rem;overflow-wrap:anywhere}a{color:inherit}
ul{list-style:none;margin:0;padding:0;border-top:1px solid var(--line)}
li a{display:grid;gap:.1rem;padding:.8rem .25rem;border-bottom:1px solid var(--line);text-decoration:none}
li a:hover strong,li a:focus-visible strong{text-decoration:underline}
.muted{color:var(--muted);font-size:.875rem;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:0 0 1rem}dt{color:var(--muted)}dd{margin:0;overflow-wrap:anywhere}
iframe{box-sizing:border-box;width:100%;height:70vh;border:1px solid var(--line);border-radius:.5rem;background:#fff}
pre{white-space:pre-wrap;overflow-wrap:anywhere}`;

const page = (title: string, body: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${safe(title)}</title><style>${style}</style></head>
<body><main>${body}</main></body></html>`;

const channelNames = { email: 'Mail', sms: 'Text message', push: 'Browser message' } as const;

const time = (iso: string) =>
  `<time datetime="${safe(iso)}">${safe(new Date(iso).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' }))} UTC</time>`;

export function mailboxListPage(entries: readonly MailboxEntry[]): string {
  const rows = entries.map(
    ({ id, channel, to, subject, createdAt }) =>
      `<li><a href="/mailbox/${safe(id)}"><strong>${safe(subject)}</strong><span class="muted">${channelNames[channel]} to ${safe(to)} · ${time(createdAt)}</span></a></li>`,
  );
  const list = rows.length > 0 ? `<ul>${rows.join('')}</ul>` : '<p class="muted">No message has been sent yet.</p>';
  return page('Mailbox', `<h1>Mailbox</h1>${list}`);
}

/** The message's own HTML is shown in a frame that may neither run scripts nor reach this page. */
export function mailboxMessagePage(message: MailboxMessage): string {
  const { channel, from, to, subject, createdAt, text, html, headers } = message;
  const more = Object.entries(headers).map(([name, value]) => `<dt>${safe(name)}</dt><dd>${safe(value)}</dd>`);
  const shown =
    channel === 'email'
      ? `<iframe title="Message" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${safe(html)}"></iframe>
<details><summary>As plain text</summary><pre>${safe(text)}</pre></details>`
      : `<pre>${safe(text)}</pre>`;
  return page(
    subject,
    `<p><a href="/mailbox">All messages</a></p><h1>${safe(subject)}</h1>
<dl><dt>Kind</dt><dd>${channelNames[channel]}</dd><dt>From</dt><dd>${safe(from)}</dd><dt>To</dt><dd>${safe(to)}</dd><dt>Sent</dt><dd>${time(createdAt)}</dd>${more.join('')}</dl>
${shown}`,
  );
}
