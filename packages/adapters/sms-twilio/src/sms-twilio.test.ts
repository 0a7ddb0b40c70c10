import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTwilioSms, readTwilioStatus } from './index.ts';

/** Twilio's interface as its reference describes it: form in, JSON out, errors with codes of their own. */
const asked: { path: string; authorization: string; form: Record<string, string> }[] = [];
let server: Server;
let baseUrl: string;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const form = Object.fromEntries(new URLSearchParams(body));
    asked.push({ path: request.url ?? '', authorization: request.headers.authorization ?? '', form });
    const answer = (status: number, value: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (form.To === '+15005550001') answer(400, { code: 21211, message: 'Invalid number', status: 400 });
    else if (form.To === '+15005550004') answer(400, { code: 21610, message: 'Unsubscribed', status: 400 });
    else if (form.To === '+15005550009') answer(429, { code: 20429, message: 'Too many requests', status: 429 });
    else answer(201, { sid: 'SM0123456789', status: 'queued' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const statusUrl = 'https://shop.test/webhooks/twilio';
const options = () => ({ accountSid: 'AC1', authToken: 'secret', from: '+447700900000', statusUrl, baseUrl });
const sms = (to: string) => ({ id: '1', template: 'order-shipped', to, text: 'On its way: €5 & more' });

it('sends with the account’s name and asks to be told', async () => {
  expect(await createTwilioSms(options()).send(sms('+447700900123'))).toEqual({ providerRef: 'SM0123456789' });
  expect(asked.at(-1)).toEqual({
    path: '/2010-04-01/Accounts/AC1/Messages.json',
    authorization: `Basic ${Buffer.from('AC1:secret').toString('base64')}`,
    form: { To: '+447700900123', From: '+447700900000', Body: 'On its way: €5 & more', StatusCallback: statusUrl },
  });
  await createTwilioSms({ ...options(), from: 'MG7' }).send(sms('+447700900123'));
  expect(asked.at(-1)?.form).toMatchObject({ MessagingServiceSid: 'MG7' });
});

it('tells for good from for now', async () => {
  const twilio = createTwilioSms(options());
  expect(await twilio.send(sms('+15005550001'))).toMatchObject({ blocks: 'recipient_unknown' });
  expect(await twilio.send(sms('+15005550004'))).toMatchObject({ blocks: 'refused_by_recipient' });
  await expect(twilio.send(sms('+15005550009'))).rejects.toThrow('Too many requests');
});

it('believes a callback only with Twilio’s signature', () => {
  const fields = { MessageSid: 'SM1', MessageStatus: 'undelivered', ErrorCode: '30005', To: '+447700900123' };
  const text = `${statusUrl}ErrorCode30005MessageSidSM1MessageStatusundeliveredTo+447700900123`;
  const signature = createHmac('sha1', 'secret').update(text).digest('base64');
  const account = { authToken: 'secret', statusUrl };
  expect(readTwilioStatus(account, signature, fields)).toMatchObject({ outcome: 'bounce', providerRef: 'SM1' });
  expect(readTwilioStatus(account, signature, { ...fields, To: '+1' })).toBe('unsigned');
  expect(readTwilioStatus(account, '', fields)).toBe('unsigned');
});
