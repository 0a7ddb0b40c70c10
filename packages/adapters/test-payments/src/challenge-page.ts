import { type Currency, formatMoney } from '@mallhive/kernel';
import type { Intent } from './store.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

const style = `
:root{color-scheme:light dark;--page:#f4f2ee;--card:#fff;--ink:#1d1b18;--soft:#5f5a52;--line:#dcd7ce;--go:#1f5c45;--go-ink:#fff}
@media(prefers-color-scheme:dark){:root{--page:#161513;--card:#211f1c;--ink:#f3f0ea;--soft:#b3ada3;--line:#3a3732;--go:#8fd3b4;--go-ink:#10231b}}
*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1.25rem;background:var(--page);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",sans-serif}
main{width:100%;max-width:26rem;background:var(--card);border:1px solid var(--line);border-radius:1rem;padding:2rem 1.75rem}
.bank{display:flex;align-items:center;gap:.6rem;font-weight:650;color:var(--soft);margin:0 0 1.5rem}.bank svg{flex:none}
h1{font-size:1.45rem;line-height:1.25;margin:0 0 .6rem}p{margin:0 0 1.1rem;color:var(--soft)}
dl{display:grid;grid-template-columns:auto 1fr;gap:.4rem 1rem;margin:0 0 1.6rem;padding:1rem 0;border-block:1px solid var(--line)}
dt{color:var(--soft)}dd{margin:0;text-align:right;font-weight:600;font-variant-numeric:tabular-nums}
form{display:grid;gap:.7rem}button{font:inherit;font-weight:650;padding:.85rem 1rem;border-radius:.7rem;border:1px solid var(--line);background:transparent;color:inherit;cursor:pointer;min-height:3rem}
button.go{background:var(--go);border-color:var(--go);color:var(--go-ink)}button:focus-visible{outline:3px solid var(--go);outline-offset:3px}
small{display:block;margin-top:1.4rem;color:var(--soft)}`;

const shield =
  '<svg width="28" height="28" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round" aria-hidden="true"><path d="M12 3l7 3v5c0 4.6-2.9 8.2-7 10-4.1-1.8-7-5.4-7-10V6z"/><path d="M9 12l2.2 2.2L15.5 10" stroke-linecap="round"/></svg>';

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${style}</style></head><body><main><p class="bank">${shield}<span>Test Bank</span></p>${body}</main></body></html>`;
}

export function challengePage(intent: Intent): string {
  const amount = formatMoney({ amount: intent.amount, currency: intent.currency as Currency });
  return page(
    'Confirm your payment',
    `<h1>Confirm your payment</h1><p>Your bank wants to be sure that it is you.</p>
<dl><dt>Shop</dt><dd>MallHive</dd><dt>Amount</dt><dd>${escapeHtml(amount)}</dd><dt>Card</dt><dd>${escapeHtml(intent.card ?? '')}</dd></dl>
<form method="post"><input type="hidden" name="client_secret" value="${escapeHtml(intent.client_secret)}">
<button class="go" name="outcome" value="complete">Complete</button><button name="outcome" value="fail">Fail</button></form>
<small>This is the test payment provider. No money moves.</small>`,
  );
}

export function notFoundPage(): string {
  return page(
    'Nothing to confirm',
    '<h1>There is nothing to confirm here</h1><p>The link is not valid, or this payment was dealt with before. Go back to the shop to see where your order stands.</p>',
  );
}
