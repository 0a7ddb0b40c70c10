import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { type AwsFront, startAwsFront } from '@mallhive/testing/aws-front';
import { type MotoServer, startMoto } from '@mallhive/testing/moto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createSesMail, createSnsSms } from './index.ts';

let moto: MotoServer;
let front: AwsFront;
let mail: ReturnType<typeof createSesMail>;
let sms: ReturnType<typeof createSnsSms>;
const from = 'Shop <shop@example.org>';

beforeAll(async () => {
  moto = await startMoto();
  front = await startAwsFront(moto.url);
  const admin = new SESv2Client({ endpoint: moto.url, region: moto.region });
  await admin.send(new CreateEmailIdentityCommand({ EmailIdentity: 'shop@example.org' }));
  admin.destroy();
  const options = { region: moto.region, endpoint: front.url, timeoutMs: 500 };
  mail = createSesMail({ ...options, from, configurationSet: 'shop' });
  sms = createSnsSms({ ...options, senderId: 'MallHive' });
}, 90_000);
afterEach(() => {
  front.calls.length = 0;
});
afterAll(async () => {
  mail?.close();
  sms?.close();
  await front?.stop();
  await moto?.stop();
});

const letter = {
  id: '0190f3f1-0000-7000-8000-000000000001',
  template: 'order-paid',
  to: 'ada@example.com',
  subject: 'Danke für Ihre Bestellung – ✓',
  text: 'Hello',
  html: '<p>Hello</p>',
  headers: {
    'List-Unsubscribe': '<https://shop.example.org/u>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
};
const short = { id: letter.id, template: 'code', to: '+447700900123', text: 'Your parcel is there ✓' };

describe('mail by SES', () => {
  test('is taken whole: both texts, subject and headers, marked with our id', async () => {
    const { providerRef } = (await mail.send(letter)) as { providerRef: string };
    expect(providerRef).not.toBe('');
    expect(JSON.parse(front.calls[0]?.body ?? '')).toMatchObject({
      FromEmailAddress: from,
      Destination: { ToAddresses: ['ada@example.com'] },
      ConfigurationSetName: 'shop',
      EmailTags: [
        { Name: 'message', Value: letter.id },
        { Name: 'template', Value: 'order-paid' },
      ],
      Content: {
        Simple: {
          Subject: { Data: letter.subject, Charset: 'UTF-8' },
          Body: { Text: { Data: 'Hello' }, Html: { Data: '<p>Hello</p>' } },
          Headers: [
            { Name: 'List-Unsubscribe', Value: '<https://shop.example.org/u>' },
            { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
          ],
        },
      },
    });
    const kept = (await (await fetch(`${moto.url}/moto-api/data.json`)).json()) as Record<string, unknown>;
    expect(JSON.stringify(kept)).toContain(providerRef);
  });

  test('nobody answering at all is a fault', async () => {
    const nobody = createSesMail({ region: moto.region, endpoint: 'http://127.0.0.1:9', from });
    await expect(nobody.send(letter)).rejects.toThrow();
    nobody.close();
  });

  test('throttled twice is sent all the same', async () => {
    const throttled = { status: 429, type: 'TooManyRequestsException' };
    front.next(throttled, throttled);
    expect(await mail.send(letter)).toHaveProperty('providerRef');
    expect(front.calls).toHaveLength(3);
  });

  test('an outage throws, so that it is tried again or elsewhere', async () => {
    const down = { status: 503, type: 'ServiceUnavailable' };
    front.next(down);
    await expect(mail.send(letter)).rejects.toThrow();
  });

  test('of silence nobody knows, and nobody is asked twice', async () => {
    front.next('silence');
    expect(await mail.send(letter)).toHaveProperty('unclear');
    expect(front.calls).toHaveLength(1);
  });

  test("an address that can be nobody's is undeliverable and asked once", async () => {
    front.next({ status: 400, type: 'BadRequestException', message: 'Local address contains control or whitespace' });
    expect(await mail.send(letter)).toEqual({
      undeliverable: 'Local address contains control or whitespace',
      blocks: 'recipient_unknown',
    });
    expect(front.calls).toHaveLength(1);
  });

  test("a sender that is not verified is our fault, not the recipient's", async () => {
    const other = createSesMail({ region: moto.region, endpoint: moto.url, from: 'nobody@example.net' });
    await expect(other.send(letter)).rejects.toThrow(/not verified/);
    other.close();
    front.next({ status: 400, type: 'AccountSuspendedException' });
    await expect(mail.send(letter)).rejects.toThrow('AccountSuspendedException');
  });
});

describe('text messages by SNS', () => {
  test("go as transactional ones with the shop's name", async () => {
    expect(await sms.send(short)).toHaveProperty('providerRef');
    const sent = new URLSearchParams(front.calls[0]?.body);
    expect(Object.fromEntries(sent)).toMatchObject({ PhoneNumber: short.to, Message: short.text });
    expect([...sent.values()]).toEqual(expect.arrayContaining(['Transactional', 'MallHive']));
  });

  test('a number that is none is undeliverable', async () => {
    front.next({ status: 400, type: 'InvalidParameter', message: 'Invalid parameter: PhoneNumber Reason: not valid' });
    expect(await sms.send({ ...short, to: '+1' })).toMatchObject({ blocks: 'recipient_unknown' });
  });

  test('who opted out is not written to again', async () => {
    front.next({ status: 400, type: 'InvalidParameter', message: 'Invalid parameter: PhoneNumber Reason: opted out' });
    expect(await sms.send(short)).toMatchObject({ blocks: 'refused_by_recipient' });
  });

  test('throttling is repeated, an outage throws, silence is unclear', async () => {
    front.next({ status: 400, type: 'Throttling' });
    expect(await sms.send(short)).toHaveProperty('providerRef');
    const down = { status: 500, type: 'InternalError' };
    front.next(down);
    await expect(sms.send(short)).rejects.toThrow();
    front.next('silence');
    expect(await sms.send(short)).toHaveProperty('unclear');
  });
});
