import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { readVisitor } from './visitor.ts';

const came = 'next-auth.callback-url=http%3A%2F%2Flocalhost%3A3000%2Fde%2Faccount';

test.each([
  ['the page somebody came from says their language', `mh_locale=fr; ${came}`, 'de'],
  ['else what they chose once', 'mh_locale=fr; next-auth.callback-url=%2Faccount', 'fr'],
  ['else nothing does', 'a=b', undefined],
])('%s', (_, cookie, locale) => {
  const request = { headers: { cookie }, socket: {} } as unknown as IncomingMessage;
  const options = { secure: false, trustedProxies: 0, languages: ['de', 'fr', 'ar'] };
  expect(readVisitor(request, options).locale).toBe(locale);
});
