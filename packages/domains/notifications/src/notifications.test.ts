import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { locales, newId } from '@mallhive/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createNotifications, type NotificationsFacade } from './index.ts';
import { speechIn } from './speech.ts';
import { toHtml } from './templates/frame.ts';
import { type TemplateName, templates, writeLetter } from './templates/index.ts';
import { toText } from './templates/layout.ts';
import { samples } from './templates/samples.ts';
import { fakeMail } from './testing.ts';

let test: TestDatabase;
let notifications: NotificationsFacade;
const mail = fakeMail();

beforeAll(async () => {
  test = await createTestDatabase();
  notifications = createNotifications({ db: test.db, mail, shellUrl: 'https://shop.test' });
});
beforeEach(() => {
  mail.failing = false;
  mail.mails.clear();
  mail.tries = 0;
});
afterAll(() => test.close());

const welcome = (key = newId(), userId: string | null = null) => ({
  key,
  template: 'welcome' as const,
  data: { name: 'Ada Example', shopUrl: 'https://shop.test' },
  to: { email: 'ada@example.test', userId },
});
const logOf = async (id: string) =>
  (
    await test.db.pool.query(
      'select attempt, outcome, error from notifications.deliveries where message_id = $1 order by attempt',
      [id],
    )
  ).rows;

describe('sending', () => {
  it('writes a message down once per key, however often it is asked for at once', async () => {
    const input = welcome();
    const ids = await Promise.all(Array.from({ length: 6 }, () => notifications.queue([input])));
    const [first] = ids.flat();
    await Promise.all(Array.from({ length: 4 }, () => notifications.deliver(first ?? '')));
    const { rows } = await test.db.pool.query('select status from notifications.messages where dedupe_key = $1', [
      `${input.key}:email`,
    ]);
    expect(rows).toEqual([{ status: 'sent' }]);
    expect(mail.mails.size).toBe(1);
    expect(await logOf(first ?? '')).toEqual([{ attempt: 1, outcome: 'sent', error: null }]);
    expect(await notifications.queue([input])).toEqual([]);
    expect(await notifications.deliver(newId())).toBe('unknown');
  });

  it('tries again, notes each try, and gives up in the end', async () => {
    const [id = ''] = await notifications.queue([welcome()]);
    mail.failing = true;
    await expect(notifications.deliver(id)).rejects.toMatchObject({ reason: 'message_not_delivered' });
    mail.failing = false;
    expect(await notifications.deliver(id)).toBe('sent');
    expect((await logOf(id)).map((entry) => entry.outcome)).toEqual(['failed', 'sent']);

    const [hopeless = ''] = await notifications.queue([welcome()]);
    mail.failing = true;
    const outcomes = [];
    for (let attempt = 0; attempt < 9; attempt += 1)
      outcomes.push(await notifications.deliver(hopeless).catch(() => 'again'));
    expect(outcomes).toEqual([...Array(7).fill('again'), 'failed', 'failed']);
    expect(mail.tries).toBe(10);
  });

  it('finds what was written down and never delivered', async () => {
    await test.db.pool.query(`update notifications.messages set status = 'sent' where status = 'queued'`);
    const [id = ''] = await notifications.queue([welcome()]);
    expect(await notifications.deliverUnsent()).toBe(0);
    await test.db.pool.query(`update notifications.messages set due_at = now() - interval '5 minutes' where id = $1`, [
      id,
    ]);
    expect(await notifications.deliverUnsent()).toBe(1);
    expect(mail.mails.has(id)).toBe(true);
  });
});

describe('inbox', () => {
  it('shows and marks only one’s own messages', async () => {
    const [mine, other] = [newId(), newId()];
    for (const userId of [mine, mine, other]) await notifications.queue([{ ...welcome(newId(), userId), inbox: true }]);
    const { messages, unread } = await notifications.inbox(mine, { limit: 1 });
    expect([messages.length, unread]).toEqual([1, 2]);
    const foreign = (await notifications.inbox(other, { limit: 5 })).messages.map((message) => message.id);
    expect(await notifications.markRead(mine, [...foreign, messages[0]?.id ?? ''])).toEqual({ unread: 1 });
    expect((await notifications.inbox(other, { limit: 5 })).unread).toBe(1);
    expect([await notifications.unread(mine), await notifications.unread(newId())]).toEqual([
      { unread: 1 },
      { unread: 0 },
    ]);
    await expect(notifications.inbox(mine, { limit: 1, cursor: 'x' })).rejects.toMatchObject({
      reason: 'cursor_invalid',
    });
  });
});

describe('letters', () => {
  const line = { title: 'Mug <script>alert(1)</script>', variantTitle: 'Blue & white', quantity: 2, total: 1_800 };
  const letter = writeLetter(
    'order-confirmation',
    {
      number: 'MH-7K2M9QXT',
      name: '"><img src=x onerror=alert(1)>',
      currency: 'GBP',
      lines: [line],
      items: 1_800,
      shipping: 395,
      tax: 366,
      total: 2_195,
      parcels: 1,
      orderUrl: 'javascript:alert(1)',
    },
    speechIn('en'),
  );
  const setting = { shopUrl: 'https://shop.test', speech: speechIn('en') };

  it('escape everything that people wrote and link only to web addresses', () => {
    const html = toHtml(letter, setting);
    expect(html).not.toMatch(/<script|<img|javascript:/i);
    expect(html).toContain('Mug &lt;script&gt;');
    expect(html).toContain('Blue &amp; white · Quantity 2');
    expect(html).toContain('£21.95');
  });

  it('say the same in plain text', () => {
    const text = toText(letter, setting);
    expect(text).toContain('- Mug <script>alert(1)</script>, Blue & white · Quantity 2: £18.00');
    expect(text).toContain('Total: £21.95');
  });

  it('refuse data that a template cannot be written with', () => {
    expect(() => writeLetter('welcome', { name: 'Ada' } as never, speechIn('en'))).toThrow();
  });

  const forSellers: string[] = [
    'seller-status',
    'product-decided',
    'seller-new-order',
    'seller-order-changed',
    'seller-stock-low',
    'seller-review',
    'seller-payout',
    'seller-daily',
    'webhook-disabled',
  ];

  it.each(Object.keys(templates) as TemplateName[])('%s is said in every language', (name) => {
    const letters = locales.map((locale) => writeLetter(name, samples[name], speechIn(locale)));
    const subjects = new Set(letters.map(({ subject }) => subject));
    expect(subjects.size).toBe(forSellers.includes(name) ? 1 : locales.length);
    for (const [index, letter] of letters.entries()) {
      const speech = speechIn(locales[index] ?? 'en');
      const html = toHtml(letter, { shopUrl: 'https://shop.test', speech });
      expect(html).toContain(`<html dir="${speech.dir}" lang="${speech.locale}">`);
      expect(html).not.toMatch(/undefined|\[object|\{\w+\}/);
      if (speech.dir === 'rtl') expect(html).not.toContain('align="right"');
    }
  });

  it('say amounts and days as the language does', () => {
    const german = writeLetter('order-confirmation', samples['order-confirmation'], speechIn('de'));
    expect(german.figures?.at(-1)).toEqual({ label: 'Summe', value: '21,95\u00a0€', strong: true });
    const arabic = writeLetter('data-export-ready', samples['data-export-ready'], speechIn('ar'));
    expect(arabic.preview).toContain('8 مارس 2026');
  });
});
