interface Answer {
  status: number;
  body: string;
}

const json = (body: unknown, status = 200): Answer => ({ status, body: JSON.stringify(body) });
const missing = (id: string): Answer =>
  json({ error: { type: 'invalid_request_error', code: 'resource_missing', message: `No such account: ${id}` } }, 404);

/**
 * Connected accounts, which localstripe does not have: made, shown, and a page that asks nothing. Whoever finishes it can
 * be paid from then on; whoever leaves it comes back as they were.
 */
export function connectedAccounts() {
  const able = new Map<string, boolean>();

  function account(id: string): Answer {
    const ready = able.get(id);
    if (ready === undefined) return missing(id);
    const transfers = ready ? 'active' : 'inactive';
    return json({ id, object: 'account', type: 'express', payouts_enabled: ready, capabilities: { transfers } });
  }

  return {
    /** The answer of Stripe's API; null for what is not about accounts. */
    answer(method: string, url: string, fields: URLSearchParams, origin: string): Answer | null {
      if (method === 'POST' && url === '/v1/accounts') {
        const id = `acct_${able.size + 1}`;
        able.set(id, false);
        return account(id);
      }
      const [, shown] = /^\/v1\/accounts\/(\w+)$/.exec(url) ?? [];
      if (shown && method === 'GET') return account(shown);
      if (method !== 'POST' || url !== '/v1/account_links') return null;
      const id = fields.get('account') ?? '';
      if (!able.has(id)) return missing(id);
      const query = new URLSearchParams({ back: fields.get('return_url') ?? '' });
      return json({ object: 'account_link', url: `${origin}/onboarding/${id}?${query}` });
    },
    /** The page that a seller is sent to: HTML, or where it leads back to; null for other addresses. */
    page(url: string): { html: string } | { location: string } | null {
      const { pathname, searchParams } = new URL(url, 'http://localhost');
      const [, id, finish] = /^\/onboarding\/(\w+)(\/finish)?$/.exec(pathname) ?? [];
      const back = searchParams.get('back');
      if (!id || !back || !able.has(id)) return null;
      if (finish) {
        able.set(id, true);
        return { location: back };
      }
      const later = back.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      const done = `/onboarding/${id}/finish?${new URLSearchParams({ back })}`;
      const links = `<p><a href="${done}">Everything is said</a></p><p><a href="${later}">Later</a></p>`;
      const head = '<meta charset="utf-8"><title>Your account</title><link rel="icon" href="data:,">';
      return { html: `<!doctype html><html lang="en">${head}<h1>Your account</h1>${links}</html>` };
    },
  };
}
