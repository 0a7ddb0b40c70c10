import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { newId } from '@mallhive/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createNotifications, type NotificationsFacade } from '../index.ts';
import type { Handover, OutgoingPush, OutgoingSms, Provider } from '../ports.ts';
import { fakeMail } from '../testing.ts';

let test: TestDatabase;
let notifications: NotificationsFacade;
let now = new Date('2026-11-23T10:00:00Z');
const [first, second] = [fakeMail('first'), fakeMail('second')];
let answer: Handover | null = null;
/** What the first one says that it has. */
const found = new Set<string>();
first.find = async (id) => (found.has(id) ? { providerRef: 'found' } : null);
const log: string[] = [];
/** Answers as it is told to, or else takes everything. */
const told = <Message extends OutgoingSms | OutgoingPush>(name: string): Provider<Message> => ({
  name,
  async send({ id }) {
    log.push(`${name} ${id}`);
    return answer ?? { providerRef: `${name}:${id}` };
  },
});

beforeAll(async () => {
  test = await createTestDatabase();
  notifications = createNotifications({
    db: test.db,
    mail: [first, second],
    sms: [told<OutgoingSms>('texts')],
    push: [told<OutgoingPush>('browsers')],
    channels: ['email', 'inbox', 'sms', 'push'],
    shellUrl: 'https://shop.test',
    clock: { now: () => now },
  });
});
beforeEach(() => {
  now = new Date(now.getTime() + 3_600_000);
  answer = null;
  log.length = 0;
  for (const provider of [first, second]) Object.assign(provider, { failing: false, tries: 0 });
});
afterAll(() => test.close());

const query = async (text: string, values: unknown[] = []) => (await test.db.pool.query(text, values)).rows;
const welcome = (email = `${newId()}@example.test`, userId: string | null = null) => ({
  key: newId(),
  template: 'welcome' as const,
  data: { name: 'Ada Example', shopUrl: 'https://shop.test' },
  to: { email, userId },
});
const queueOne = async (email?: string) => (await notifications.queue([welcome(email)]))[0] ?? '';
const deliveries = (id: string) =>
  query('select attempt, provider, outcome from notifications.deliveries where message_id = $1 order by attempt', [id]);

describe('a second provider', () => {
  it('stands in at once, and the log says who took it', async () => {
    first.failing = true;
    const id = await queueOne();
    expect(await notifications.deliver(id)).toBe('sent');
    expect(await deliveries(id)).toEqual([
      { attempt: 1, provider: 'first', outcome: 'failed' },
      { attempt: 2, provider: 'second', outcome: 'sent' },
    ]);
  });

  it('is asked first after three failures in a row, for half a minute', async () => {
    await notifications.deliver(await queueOne());
    first.tries = 0;
    first.failing = true;
    for (let count = 0; count < 5; count += 1) await notifications.deliver(await queueOne());
    expect(first.tries).toBe(3);
    first.failing = false;
    now = new Date(now.getTime() + 31_000);
    await notifications.deliver(await queueOne());
    expect([first.tries, second.tries]).toEqual([4, 5]);
  });

  it('is not asked when both are away for longer than a pause', async () => {
    first.failing = true;
    second.failing = true;
    const id = await queueOne();
    await expect(notifications.deliver(id)).rejects.toMatchObject({ reason: 'message_not_delivered' });
    expect(await query('select attempts, status from notifications.messages where id = $1', [id])).toEqual([
      { attempts: 2, status: 'queued' },
    ]);
  });
});

describe('two senders at once', () => {
  it('of ten who deliver the same message one does', async () => {
    const id = await queueOne();
    await Promise.all(Array.from({ length: 10 }, () => notifications.deliver(id)));
    expect(first.tries).toBe(1);
    expect(await deliveries(id)).toHaveLength(1);
  });

  it('what a dead sender left is asked about, and by the rule where nobody can tell', async () => {
    const leave = (id: string, provider: string) =>
      query(`update notifications.messages set status = 'sending', claimed_at = $2, claimed_by = $3 where id = $1`, [
        id,
        now,
        provider,
      ]);
    await notifications.deliverUnsent();
    const [taken, lost, must] = [await queueOne(), await queueOne(), await queueOne()];
    found.add(taken);
    await leave(taken, 'first');
    await leave(lost, 'first');
    await leave(must, 'second');
    expect(await notifications.deliverUnsent()).toBe(0);
    now = new Date(now.getTime() + 180_000);
    expect(await notifications.deliverUnsent()).toBe(2);
    expect([first.mails.has(taken), first.mails.has(lost), first.mails.has(must)]).toEqual([false, true, true]);
    expect(await deliveries(taken)).toEqual([{ attempt: 1, provider: 'first', outcome: 'sent' }]);
  });
});

describe('recipients', () => {
  it('who is blocked gets nothing until that is lifted; a notice counts once', async () => {
    const id = await queueOne('Gone@example.test');
    await notifications.deliver(id);
    const notice = {
      id: 'n1',
      provider: 'first',
      channel: 'email' as const,
      providerRef: `fake:${id}`,
      recipient: '',
      outcome: 'bounce' as const,
      detail: 'No such mailbox',
    };
    await Promise.all([notifications.noteDelivery(notice), notifications.noteDelivery(notice)]);
    const blocked = `select recipient, reason, provider from notifications.suppressions where channel = 'email'`;
    expect(await query(blocked)).toEqual([{ recipient: 'gone@example.test', reason: 'bounce', provider: 'first' }]);
    const tries = first.tries;
    expect(await notifications.deliver(await queueOne('gone@EXAMPLE.test'))).toBe('suppressed');
    expect(first.tries).toBe(tries);
    await notifications.noteDelivery({ ...notice, id: 'n2', recipient: 'soft@example.test', outcome: 'soft_bounce' });
    expect(await query(blocked)).toHaveLength(1);
  });

  it('what a provider refuses for good is not tried again, and its recipient is left alone', async () => {
    const userId = newId();
    await notifications.setPreferences(
      { userId, sells: false },
      { changes: [{ kind: 'account', channel: 'sms', wanted: true }] },
    );
    answer = { undeliverable: 'Not a mobile number', blocks: 'recipient_unknown' };
    const text = { ...welcome(undefined, userId), phone: '+441234567890' };
    const [mail = '', sms = ''] = await notifications.queue([text]);
    const outcomes = await Promise.all([notifications.deliver(mail), notifications.deliver(sms)]);
    expect(outcomes.toSorted()).toEqual(['failed', 'sent']);
    answer = null;
    const again = await notifications.queue([{ ...text, key: newId() }]);
    expect((await Promise.all(again.map((id) => notifications.deliver(id)))).toSorted()).toEqual([
      'sent',
      'suppressed',
    ]);
  });

  it('only who asks for text messages gets them; what is unclear stays claimed', async () => {
    const userId = newId();
    const input = { ...welcome(undefined, userId), phone: '+447700900123' };
    expect(await notifications.queue([input])).toHaveLength(1);
    await notifications.setPreferences(
      { userId, sells: false },
      { changes: [{ kind: 'account', channel: 'sms', wanted: true }] },
    );
    const queued = await notifications.queue([{ ...input, key: newId() }]);
    answer = { unclear: 'The line broke' };
    const outcomes = await notifications.deliverMany(queued);
    expect(outcomes.map((outcome) => outcome.status === 'fulfilled' && outcome.value).toSorted()).toEqual([
      'sending',
      'sent',
    ]);
    expect(await notifications.deliverMany(queued)).toHaveLength(2);
    expect(log).toHaveLength(1);
  });
});
