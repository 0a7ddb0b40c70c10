import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { newId } from '@mallhive/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setPreferencesInput } from './contract.ts';
import { createNotifications, type NotificationsFacade } from './index.ts';
import { fakeMail } from './testing.ts';

let test: TestDatabase;
let notifications: NotificationsFacade;
const mail = fakeMail();
const options = () => ({ db: test.db, mail, shellUrl: 'https://shop.test', linkSecret: 'a secret' });

beforeAll(async () => {
  test = await createTestDatabase();
  notifications = createNotifications(options());
});
afterAll(() => test.close());

let userId: string;
beforeEach(() => {
  userId = newId();
  mail.mails.clear();
});
const reader = (sells = false) => ({ userId, sells });
const change = (...changes: Parameters<typeof setPreferencesInput.parse>[0][]) =>
  notifications.setPreferences(reader(), setPreferencesInput.parse({ changes }));
const wanted = async () =>
  Object.fromEntries(
    (await notifications.preferences(reader())).kinds.map(({ kind, channels }) => [kind, channels[0]?.wanted]),
  );
const reviewRequest = (key = newId(), to: string | null = userId) => ({
  key,
  template: 'review-request' as const,
  data: { orderNumber: 'MH-1', name: 'Ada', products: [{ title: 'Mug', url: 'https://shop.test/p/mug#reviews' }] },
  to: { email: 'ada@example.test', userId: to },
});
const statusOf = async (key: string) =>
  (await test.db.pool.query('select status from notifications.messages where dedupe_key = $1', [`${key}:email`]))
    .rows[0]?.status;
const send = async (input: Parameters<NotificationsFacade['queue']>[0][number]) => {
  for (const id of await notifications.queue([input])) await notifications.deliver(id);
  return statusOf(input.key);
};
const stored = async () =>
  (await test.db.pool.query('select kind, wanted from notifications.preferences where user_id = $1', [userId])).rows;

describe('choosing', () => {
  it('starts with what each kind says; advertising waits to be asked for; sellers see their own kinds', async () => {
    expect(await wanted()).toEqual({ account: true, orders: true, reviews: true, wishlist: true, offers: false });
    const { kinds } = await notifications.preferences(reader(true));
    expect(kinds.map(({ kind, mandatory }) => [kind, mandatory]).slice(-4)).toEqual([
      ['sales', false],
      ['daily', false],
      ['stock', false],
      ['shop', true],
    ]);
    expect(kinds.every(({ channels }) => channels.length === 1 && channels[0]?.channel === 'email')).toBe(true);
  });

  it('sets one or many, any number of times and at once, for this person alone', async () => {
    const off = { kind: 'reviews', channel: 'email', wanted: false };
    await Promise.all(Array.from({ length: 6 }, () => change(off, { kind: 'offers', channel: 'email', wanted: true })));
    expect(await wanted()).toMatchObject({ reviews: false, offers: true, wishlist: true });
    expect(await stored()).toHaveLength(2);
    // Of two words about the same the last one counts.
    expect((await change(off, { ...off, wanted: true })).kinds.find(({ kind }) => kind === 'reviews')).toMatchObject({
      channels: [{ wanted: true }],
    });
    userId = newId();
    expect(await wanted()).toMatchObject({ reviews: true, offers: false });
  });

  it.each(['account', 'orders', 'shop'])('refuses to switch %s off, and then changes nothing at all', async (kind) => {
    const mixed = [
      { kind: 'reviews', channel: 'email', wanted: false },
      { kind, channel: 'email', wanted: false },
    ];
    await expect(change(...mixed)).rejects.toMatchObject({ reason: 'preference_mandatory', details: { kind } });
    expect(await stored()).toEqual([]);
    await change({ kind, channel: 'email', wanted: true });
    expect(await stored()).toEqual([]);
    const insert = `insert into notifications.preferences values ($1, $2, 'email', false, now())`;
    await expect(test.db.pool.query(insert, [userId, kind])).rejects.toThrow('preferences_mandatory_stay_on');
  });

  it('knows only the channels that the shop has', async () => {
    const text = { kind: 'reviews', channel: 'sms', wanted: false };
    await expect(change(text)).rejects.toMatchObject({ reason: 'channel_unavailable', details: { channel: 'sms' } });
    const withTexts = createNotifications({ ...options(), channels: ['email', 'sms'] });
    const { kinds } = await withTexts.setPreferences(reader(), setPreferencesInput.parse({ changes: [text] }));
    expect(kinds.find(({ kind }) => kind === 'reviews')?.channels).toEqual([
      { channel: 'email', wanted: true },
      { channel: 'sms', wanted: false },
    ]);
  });
});

describe('sending', () => {
  it('leaves out what is switched off, also when it is switched on again; the mandatory always comes', async () => {
    await change({ kind: 'reviews', channel: 'email', wanted: false });
    const request = reviewRequest();
    expect(await send(request)).toBe('suppressed');
    await change({ kind: 'reviews', channel: 'email', wanted: true });
    expect(await send(request)).toBe('suppressed');
    expect(mail.mails.size).toBe(0);
    expect(await send(reviewRequest())).toBe('sent');

    const welcome = { key: newId(), template: 'welcome' as const, data: { name: 'Ada', shopUrl: 'https://shop.test' } };
    expect(await send({ ...welcome, to: { email: 'ada@example.test', userId } })).toBe('sent');
    const [, mandatory] = [...mail.mails.values()];
    expect(mandatory?.headers).toEqual({});
    expect(mandatory?.text).not.toContain('unsubscribe');
  });

  it('asks again when it sends: what was switched off between writing and sending does not go out', async () => {
    const request = reviewRequest();
    const [id = ''] = await notifications.queue([request]);
    await change({ kind: 'reviews', channel: 'email', wanted: false });
    expect(await notifications.deliver(id)).toBe('suppressed');
    expect(await notifications.deliver(id)).toBe('suppressed');
    expect(mail.mails.size).toBe(0);
  });

  it('writes nothing optional to people without an account, who could not switch it off', async () => {
    expect(await notifications.queue([reviewRequest('guest', null)])).toEqual([]);
    expect(await statusOf('guest')).toBeUndefined();
  });
});

describe('the link in an optional mail', () => {
  const linkOf = async () => {
    await send(reviewRequest());
    const [sent] = [...mail.mails.values()].slice(-1);
    const [, url = ''] = /<(.+)>/.exec(sent?.headers?.['List-Unsubscribe'] ?? '') ?? [];
    return { sent, token: new URL(url).searchParams.get('token') ?? '' };
  };

  it('stands in the headers and in both texts, and stops that kind alone, without a sign-in', async () => {
    const { sent, token } = await linkOf();
    expect(sent?.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    for (const text of [sent?.text, sent?.html]) expect(text).toContain(`/unsubscribe?token=${token}`);
    expect(await notifications.subscription(token)).toEqual({ kind: 'reviews', wanted: true });
    for (let round = 0; round < 2; round += 1)
      expect(await notifications.unsubscribe(token)).toEqual({ kind: 'reviews', wanted: false });
    expect(await wanted()).toMatchObject({ reviews: false, wishlist: true });
    expect(await send(reviewRequest())).toBe('suppressed');
  });

  it('works only as we made it', async () => {
    const { token } = await linkOf();
    const [id = '', kind = '', proof = ''] = token.split('.');
    const other = newId();
    const forged = [
      `${other}.${kind}.${proof}`,
      `${id}.wishlist.${proof}`,
      `${id}.orders.${proof}`,
      `${id}.${kind}`,
      `${token}.x`,
      `${id}.${kind}.${proof.slice(1)}`,
      'x',
    ];
    for (const wrong of forged) {
      await expect(notifications.unsubscribe(wrong)).rejects.toMatchObject({ reason: 'unsubscribe_link_invalid' });
      await expect(notifications.subscription(wrong)).rejects.toMatchObject({ reason: 'unsubscribe_link_invalid' });
    }
    const elsewhere = createNotifications({ ...options(), linkSecret: 'another secret' });
    await expect(elsewhere.unsubscribe(token)).rejects.toMatchObject({ code: 'not_found' });
    expect(await stored()).toEqual([]);
  });

  it('keeps nothing of somebody who was forgotten', async () => {
    const { token } = await linkOf();
    await change({ kind: 'offers', channel: 'email', wanted: true });
    expect(await notifications.preferencesOfPerson(userId)).toMatchObject([
      { kind: 'offers', channel: 'email', wanted: true, changedAt: expect.any(Date) },
    ]);
    await notifications.forgetPerson(userId, 'ada@example.test');
    expect(await stored()).toEqual([]);
    expect(await notifications.unsubscribe(token)).toEqual({ kind: 'reviews', wanted: false });
    expect(await stored()).toEqual([]);
  });
});
