import { createSign } from 'node:crypto';
import { makeCertificate } from '@mallhive/testing/certificate';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSesIntake } from './index.ts';
import { isSnsAddress, type SnsEnvelope, signedText } from './sns-signature.ts';

const topic = 'arn:aws:sns:eu-west-1:123456789012:mail-feedback';
const certificateUrl = 'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0a1b.pem';
let now = new Date('2026-11-20T12:00:00Z');
let keys: { certificate: string; privateKey: string };
let read: string[] = [];
const intake = createSesIntake({
  topics: [topic],
  now: () => now,
  read: async (url) => {
    read.push(url);
    return keys.certificate;
  },
});

beforeAll(() => {
  keys = makeCertificate('sns.amazonaws.com', new Date('2026-11-20T00:00:00Z'));
});

const bounce = {
  notificationType: 'Bounce',
  mail: { messageId: '0102-ses' },
  bounce: {
    bounceType: 'Permanent',
    bounceSubType: 'General',
    feedbackId: 'f-1',
    bouncedRecipients: [{ emailAddress: 'Ada@Example.com', diagnosticCode: 'smtp; 550 5.1.1 unknown' }],
  },
};

function posted(message: unknown, changes: Partial<SnsEnvelope> = {}, algorithm = 'RSA-SHA256'): SnsEnvelope {
  const envelope: SnsEnvelope = {
    Type: 'Notification',
    MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
    TopicArn: topic,
    Message: JSON.stringify(message),
    Timestamp: '2026-11-20T11:59:59.000Z',
    SignatureVersion: '2',
    SigningCertURL: certificateUrl,
    Signature: '',
    ...changes,
  };
  const text = signedText(envelope) ?? '';
  return { ...envelope, Signature: createSign(algorithm).update(text).sign(keys.privateKey, 'base64') };
}
const take = (envelope: SnsEnvelope) => intake(JSON.stringify(envelope));

describe('what SES tells', () => {
  const base = { provider: 'ses', channel: 'email', providerRef: '0102-ses', recipient: 'ada@example.com' };
  test('of a permanent bounce', async () => {
    expect(await take(posted(bounce))).toEqual({
      state: 'taken',
      notices: [{ ...base, id: 'f-1:Ada@Example.com', outcome: 'bounce', detail: 'smtp; 550 5.1.1 unknown' }],
    });
  });
  test('of a full mailbox, by configuration set and the old signature', async () => {
    const { notificationType: eventType, ...rest } = bounce;
    const soft = { ...rest, eventType, bounce: { ...bounce.bounce, bounceType: 'Transient' } };
    const answer = await take(posted(soft, { SignatureVersion: '1', Subject: 'Amazon SES' }, 'RSA-SHA1'));
    expect(answer).toMatchObject({ notices: [{ outcome: 'soft_bounce' }] });
  });
  test('of a complaint and of a delivery, one notice for each recipient', async () => {
    const { mail } = bounce;
    const people = [{ emailAddress: 'ada@example.com' }, { emailAddress: 'bo@example.com' }];
    const complaint = { complainedRecipients: people, complaintFeedbackType: 'abuse', feedbackId: 'f-2' };
    expect(await take(posted({ notificationType: 'Complaint', mail, complaint }))).toMatchObject({
      notices: [
        { id: 'f-2:ada@example.com', outcome: 'complaint', detail: 'abuse' },
        { id: 'f-2:bo@example.com', recipient: 'bo@example.com' },
      ],
    });
    const delivery = { recipients: ['ada@example.com'], smtpResponse: '250 ok' };
    expect(await take(posted({ notificationType: 'Delivery', mail, delivery }))).toEqual({
      state: 'taken',
      notices: [{ ...base, id: '0102-ses:delivered:ada@example.com', outcome: 'delivered', detail: '250 ok' }],
    });
  });
  test('of opens, or in words we do not know, says nothing', async () => {
    expect(await take(posted({ eventType: 'Open', mail: bounce.mail }))).toEqual({ state: 'taken', notices: [] });
    expect(await intake(JSON.stringify(posted('x', { Message: 'Successfully validated' })))).toEqual({
      state: 'taken',
      notices: [],
    });
  });
});

describe('is refused', () => {
  const refused = { state: 'refused' };
  test.each([
    ['with another message', { Message: JSON.stringify({ ...bounce, mail: { messageId: 'other' } }) }],
    ['with another subject', { Subject: 'added later' }],
    ['with no signature', { Signature: '' }],
    ['with a signature version we do not know', { SignatureVersion: '3' }],
    ['as a kind we do not know', { Type: 'Something' }],
  ] satisfies [string, Partial<SnsEnvelope>][])('%s', async (_, changes) => {
    expect(await take({ ...posted(bounce), ...changes })).toEqual(refused);
  });
  test('from a topic that is not ours, rightly signed as it is', async () => {
    expect(await take(posted(bounce, { TopicArn: `${topic}-other` }))).toEqual(refused);
  });
  test('signed by a certificate from elsewhere, which is not even read', async () => {
    read = [];
    const elsewhere = [
      'https://sns.eu-west-1.amazonaws.com.example.org/a.pem',
      'https://sns.eu-west-1.amazonaws.com@example.org/a.pem',
      'http://sns.eu-west-1.amazonaws.com/a.pem',
      'https://bucket.s3.amazonaws.com/a.pem',
      'https://sns.eu-west-1.amazonaws.com:8443/a.pem',
      'https://sns.eu-west-1.amazonaws.com/a.html',
      'not an address',
    ];
    for (const SigningCertURL of elsewhere) expect(await take(posted(bounce, { SigningCertURL }))).toEqual(refused);
    expect(read).toEqual([]);
    expect(isSnsAddress('https://sns.cn-north-1.amazonaws.com.cn/a.pem')).toBe(true);
  });
  test('signed by a certificate that is over', async () => {
    const before = now;
    now = new Date('2026-11-23T00:00:00Z');
    expect(await take(posted(bounce))).toEqual(refused);
    now = before;
  });
  test('when it is no JSON, or not what SNS posts', async () => {
    expect(await intake('<xml/>')).toEqual(refused);
    expect(await intake('{}')).toEqual(refused);
  });
});

test('a subscription to our topic is confirmed at SNS, one to an address elsewhere is not', async () => {
  read = [];
  const SubscribeURL = 'https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=t';
  const asked = { Type: 'SubscriptionConfirmation', Token: 't' };
  expect(await take(posted('', { ...asked, SubscribeURL }))).toEqual({ state: 'taken', notices: [] });
  expect(read).toEqual([SubscribeURL]);
  expect(await take(posted('', { ...asked, SubscribeURL: 'https://example.org/?x' }))).toMatchObject({ notices: [] });
  expect(read).toEqual([SubscribeURL]);
});

test('a certificate that cannot be had throws, and is asked for again', async () => {
  let fails = true;
  const other = createSesIntake({
    topics: [topic],
    now: () => now,
    read: async () => {
      if (fails) throw new Error('unreachable');
      return keys.certificate;
    },
  });
  const body = JSON.stringify(posted(bounce));
  await expect(other(body)).rejects.toThrow('unreachable');
  fails = false;
  expect(await other(body)).toMatchObject({ notices: [{ outcome: 'bounce' }] });
});
