import { timingSafeEqual } from 'node:crypto';
import { challengePage, notFoundPage } from './challenge-page.ts';
import { withResult } from './return-url.ts';
import type { Intent, Store } from './store.ts';

export interface PageRequest {
  method: string;
  /** Path with query: `/test-payments/challenge/tp_…?client_secret=…`. */
  url: string;
  /** The decoded fields of a posted form. */
  form?: Readonly<Record<string, string | undefined>>;
}
export interface PageResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const authenticationFailed = {
  code: 'authentication_failed',
  message: 'Your bank could not confirm that it was you. Try again or use another card.',
};

function holds(intent: Intent, secret: string | null | undefined): boolean {
  const [expected, given] = [Buffer.from(intent.client_secret), Buffer.from(secret ?? '')];
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** The pages that a bank would show. Mounted under /test-payments; null for a path that is none of them. */
export function createPages(store: Store, options: { origins: readonly string[]; afterChange: () => void }) {
  const html = (status: number, body: string): PageResponse => ({
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${options.origins.join(' ')}; frame-ancestors 'none'; base-uri 'none'`,
    },
    body,
  });
  const back = (intent: Intent): PageResponse => ({
    status: 303,
    headers: {
      location: withResult(
        intent.return_url ?? '/',
        intent.metadata.paymentId,
        intent.status === 'authorised' || intent.status === 'succeeded' ? 'succeeded' : 'failed',
      ),
      'cache-control': 'no-store',
    },
    body: '',
  });

  return async ({ method, url, form }: PageRequest): Promise<PageResponse | null> => {
    const { pathname, searchParams } = new URL(url, 'http://shop.invalid');
    const ref = /^\/test-payments\/challenge\/(tp_[\w-]+)$/.exec(pathname)?.[1];
    if (!ref) return null;
    const intent = await store.find(ref);
    const isPost = method === 'POST';
    const secret = isPost ? form?.client_secret : searchParams.get('client_secret');
    if (!intent || !holds(intent, secret)) return html(404, notFoundPage());
    if (intent.status !== 'requires_action') return intent.return_url ? back(intent) : html(404, notFoundPage());
    if (!isPost) return html(200, challengePage(intent));

    const completed = form?.outcome === 'complete';
    const answered = await store.answerChallenge(ref, {
      status: completed ? 'authorised' : 'requires_method',
      code: completed ? null : authenticationFailed.code,
      message: completed ? null : authenticationFailed.message,
    });
    options.afterChange();
    return back(answered ?? intent);
  };
}
