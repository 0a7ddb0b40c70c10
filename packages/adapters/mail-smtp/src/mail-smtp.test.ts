import { type SmtpServer, startSmtp } from '@mallhive/testing/smtp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSmtpMail } from './index.ts';

let server: SmtpServer;
let smtp: ReturnType<typeof createSmtpMail>;
beforeAll(async () => {
  server = await startSmtp();
  server.behaviour = (to) => {
    const [says = ''] = to.split('@');
    return says === 'busy' || says === 'unknown' || says === 'silent' ? says : 'take';
  };
  const from = 'MallHive <hello@shop.test>';
  smtp = createSmtpMail({ url: server.url, from, lookupUrl: server.lookupUrl, connections: 2 });
});
afterAll(async () => {
  smtp.close();
  await server.close();
});

const mail = (id: string, to: string) => ({
  id,
  to,
  template: 'welcome',
  subject: 'Größe – مرحبا',
  text: 'Hello\n.\nthere',
  html: '<p>Hello</p>',
  headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
});

it('hands over HTML and text with the headers, under an id of its own', async () => {
  expect(await smtp.channel.send(mail('a-1', 'ada@example.test'))).toEqual({ providerRef: '<a-1@shop.test>' });
  const [taken] = server.mails;
  expect(taken).toMatchObject({ to: 'ada@example.test', messageId: 'a-1@shop.test' });
  expect(taken?.source).toMatch(/^From: MallHive <hello@shop\.test>/m);
  expect(taken?.source).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(taken?.source).toContain('<p>Hello</p>');
  expect(taken?.source).toMatch(/^Subject: =\?UTF-8\?/m);
});

it('tells for good from for now, and what nobody knows from both', async () => {
  await expect(smtp.channel.send(mail('b-1', 'busy@example.test'))).rejects.toMatchObject({ responseCode: 451 });
  expect(await smtp.channel.send(mail('b-2', 'unknown@example.test'))).toMatchObject({ blocks: 'recipient_unknown' });
  expect(await smtp.channel.send(mail('b-3', 'silent@example.test'))).toHaveProperty('unclear');
  expect(await smtp.channel.find?.('b-3')).toEqual({ providerRef: '<b-3@shop.test>' });
  expect(await smtp.channel.find?.('b-1')).toBeNull();
});

it('many at once go over few connections', async () => {
  const before = server.mails.length;
  await Promise.all(Array.from({ length: 40 }, (_, index) => smtp.channel.send(mail(`c-${index}`, 'cy@example.test'))));
  expect(server.mails).toHaveLength(before + 40);
});

it('a server that is away is worth another try', async () => {
  const away = createSmtpMail({ url: 'smtp://127.0.0.1:9', from: 'a@shop.test' });
  await expect(away.channel.send(mail('d', 'ada@example.test'))).rejects.toThrow(/ECONNREFUSED/);
  expect(away.channel.find).toBeUndefined();
  away.close();
});
