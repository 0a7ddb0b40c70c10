import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createMailbox, type Mailbox } from './index.ts';

let test: TestDatabase;
let mailbox: Mailbox;
beforeAll(async () => {
  test = await createTestDatabase();
  mailbox = createMailbox({ query: async (text, values) => (await test.db.pool.query(text, [...values])).rows });
});
afterAll(() => test.close());

it('keeps each mail once, lists the newest first and shows it whole', async () => {
  expect(await mailbox.find('none')).toBeNull();
  const mail = (id: string, to: string) => ({
    id,
    to,
    template: 'welcome',
    subject: `To ${to}`,
    text: 'Hello',
    html: '<p>Hello</p>',
  });
  await mailbox.channel.send(mail('1', 'a@example.test'));
  await mailbox.channel.send(mail('2', 'b@example.test'));
  expect(await mailbox.channel.send(mail('2', 'b@example.test'))).toEqual({ providerRef: 'mailbox:2' });
  expect((await mailbox.list(10)).map(({ id }) => id)).toEqual(['2', '1']);
  expect((await mailbox.list(10, 'a@example.test')).map(({ id }) => id)).toEqual(['1']);
  expect(await mailbox.find('1')).toMatchObject({ to: 'a@example.test', html: '<p>Hello</p>', template: 'welcome' });
  expect((await mailbox.find('1'))?.createdAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

it('keeps text messages and those to browsers beside mails, and knows what it has', async () => {
  const to = { endpoint: 'https://push.example.test/1', p256dh: 'p', auth: 'a' };
  await mailbox.sms.send({ id: 's1', template: 'order-shipped', to: '+447700900123', text: 'On its way\nTomorrow' });
  await mailbox.push.send({ id: 'p1', template: 'x', to, title: 'Shipped', body: 'Soon', url: 'https://shop.test/o' });
  expect(await mailbox.find('s1')).toMatchObject({ channel: 'sms', to: '+447700900123', subject: 'On its way' });
  expect(await mailbox.find('p1')).toMatchObject({
    channel: 'push',
    text: 'Soon',
    headers: { Link: 'https://shop.test/o' },
  });
  expect(await mailbox.sms.find?.('s1')).toEqual({ providerRef: 'mailbox:s1' });
  expect(await mailbox.push.find?.('none')).toBeNull();
});
