import { newId } from '@mallhive/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiFixture, startApi } from '../testing/api-fixture.ts';

let api: ApiFixture;
const mail = (to: string, subject: string) => ({
  id: newId(),
  template: 'test',
  to,
  subject,
  text: 'Plain & simple',
  html: '<p>Hello</p><script>alert(1)</script>',
});
beforeAll(async () => {
  api = await startApi({ MAILBOX: 'on' });
  await api.composition.mailbox.channel.send(mail('ann@example.com', 'One <b>bold</b> offer'));
  await api.composition.mailbox.channel.send(mail('bob@example.com', 'Two'));
});
afterAll(() => api.close());
const page = async (path: string) => {
  const response = await fetch(`${api.url}${path}`);
  return { status: response.status, text: await response.text() };
};

test('lists what was sent, to everybody or to one', async () => {
  expect((await page('/mailbox')).text).toContain('Two');
  const { text } = await page('/mailbox?to=Ann@example.com');
  expect(text).toContain('One &lt;b&gt;bold&lt;/b&gt; offer');
  expect(text).not.toContain('bob@example.com');
});

test('a message is shown in a frame that runs nothing, and nothing of it becomes part of the page', async () => {
  const [path] = (await page('/mailbox?to=ann@example.com')).text.match(/\/mailbox\/[0-9a-f-]{36}/) ?? [];
  const { text } = await page(path ?? '');
  expect(text).toContain('Plain &amp; simple');
  expect(text).toMatch(/<iframe[^>]* sandbox="allow-popups allow-popups-to-escape-sandbox"/);
  expect(text).not.toContain('<script>');
  expect(text).not.toContain('<b>bold');
});

test('an unknown message is a 404; switched off, there is no mailbox', async () => {
  expect((await page(`/mailbox/${newId()}`)).status).toBe(404);
  expect((await page('/mailbox/not-an-id')).status).toBe(404);
  const closed = await startApi({ MAILBOX: 'off' });
  expect((await fetch(`${closed.url}/mailbox`)).status).toBe(404);
  await closed.close();
});
