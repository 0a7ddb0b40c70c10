import { amountOf } from './amounts.ts';
import type { Order } from './books.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

const style = `body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1rem;font:1rem/1.5 system-ui,sans-serif;background:#eef1f6;color:#14213d}
main{width:100%;max-width:24rem;padding:2rem;border-radius:1rem;background:#fff}form{display:grid;gap:.75rem}
button{min-height:3rem;border:1px solid #14213d;border-radius:.6rem;background:#fff;color:inherit;font:inherit}button.go{background:#14213d;color:#fff}`;

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><link rel="icon" href="data:,"><style>${style}</style></head><body><main>${body}</main></body></html>`;

/** Where the shopper says yes or no; the stand-in for PayPal's own page. */
export function approvalPage(order: Order): string {
  const { value, currency_code: currency } = amountOf(order.units, order.currency);
  return page(
    'Pay with PayPal (stand-in)',
    `<h1>Pay ${escapeHtml(order.brand ?? 'the shop')}</h1><p>${value} ${escapeHtml(currency)}</p>
<form method="post"><button class="go" name="outcome" value="works">Approve</button>
<button name="outcome" value="declined">Approve with a card that is declined</button>
<button name="outcome" value="in_review">Approve, to be reviewed</button>
<button name="outcome" value="cancel">Cancel and return</button></form>`,
  );
}

export const gonePage = () => page('Things do not appear to be working', '<h1>This payment cannot be approved</h1>');

/** PayPal adds the order, and the payer who approved it. */
export function returnAddress(url: string, order: Order, approved: boolean): string {
  const address = new URL(url);
  address.searchParams.set('token', order.id);
  if (approved && order.payer) address.searchParams.set('PayerID', order.payer.payer_id);
  return address.href;
}
