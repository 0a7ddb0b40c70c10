import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import type { SellerEvent } from '@mallhive/notifications';
import { webhookDisabled, webhookDue } from '@mallhive/notifications/events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { twice } from '../orders/testing/shop.ts';
import { handleDue } from './deliver-webhooks.ts';
import { handleDisabledWebhook } from './tell-of-disabled-webhook.ts';
import { openReceiver, type Receiver } from './testing/receiver.ts';
import { localSender, openSeller, type SellerOptions } from './testing/seller.ts';

const web = { shellUrl: 'https://shop.test', sellerUrl: 'https://seller.test', internalSecret: '' };
const hour = 3_600_000;

let base: TestDatabase;
let receiver: Receiver;
beforeAll(async () => {
  base = await createTestDatabase();
});
afterAll(() => base.close());
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(() => receiver.close());

const approved = (sellerId: string, key = newId()): SellerEvent => ({
  ...{ sellerId, key: `product.approved:${key}`, type: 'product.approved', at: new Date() },
  data: { productId: newId(), title: 'A mug', reason: '' },
});

async function open(options: SellerOptions = {}, events: SellerEvent['type'][] = ['product.approved']) {
  const seller = await openSeller(base, { slug: `s-${newId()}`, ...options });
  const owner = seller.member('owner');
  const { sellerId, webhooks } = seller;
  const made = await webhooks.create(owner, { sellerId, url: receiver.url, description: 'ERP', events });
  const ids = { sellerId, webhookId: made.webhook.id };
  const log = async () => (await webhooks.deliveries(owner, { ...ids, limit: 50 })).deliveries;
  const read = async () => (await webhooks.read(owner, ids)).webhook;
  const deliver = () => webhooks.deliverDue(ids.webhookId);
  return { ...seller, owner, secret: made.secret, ids, log, read, deliver };
}
const eventsOf = async (name: string, endpointId: string) =>
  (
    await base.db.pool.query(`select data from notifications.outbox where name = $1 and data->>'endpointId' = $2`, [
      name,
      endpointId,
    ])
  ).rows.map(({ data }) => data);

describe('what is sent', () => {
  it('is signed as the scheme says, and carries the id of its delivery', async () => {
    const seller = await open();
    expect(await seller.webhooks.record([approved(seller.sellerId)])).toBe(1);
    expect(await seller.deliver()).toEqual({ tried: 1, nextAt: null });
    const [delivery] = await seller.log();
    const [got] = receiver.received;
    expect(got?.id).toBe(delivery?.id);
    expect(delivery).toMatchObject({ status: 'delivered', attempts: 1, lastStatus: 200, problem: null, nextAt: null });
    if (!got) throw new Error('nothing came');
    expect(receiver.verify(seller.secret, got)).toMatchObject({ type: 'product.approved', version: 1 });
    const other = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    expect(() => receiver.verify(other, got)).toThrow();
    expect(() => receiver.verify(seller.secret, { ...got, body: got.body.replace('mug', 'cup') })).toThrow();
    expect(() => receiver.verify(seller.secret, { ...got, headers: { ...got.headers, 'webhook-id': 'x' } })).toThrow();
    const { rows } = await base.db.pool.query('select secret from notifications.webhook_endpoints where id = $1', [
      seller.ids.webhookId,
    ]);
    expect(rows[0].secret).not.toContain(seller.secret.slice(6));
  });

  it('is one delivery per address and event, however often and at once it is told of', async () => {
    const seller = await open();
    const other = await open();
    const deaf = await open({}, ['stock.low']);
    const events = [seller, deaf].map(({ sellerId }) => approved(sellerId, 'same'));
    const counts = await Promise.all(Array.from({ length: 6 }, () => seller.webhooks.record(events)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await seller.log()).toHaveLength(1);
    expect([await other.log(), await deaf.log()]).toEqual([[], []]);
    expect(await eventsOf(webhookDue.name, seller.ids.webhookId)).toEqual([
      { endpointId: seller.ids.webhookId, lane: 'steady' },
    ]);
    await Promise.all(Array.from({ length: 6 }, seller.deliver));
    expect(receiver.received).toHaveLength(1);
  });

  it('is signed with both secrets while they overlap', async () => {
    const clock = fixedClock(new Date());
    const seller = await open({ clock });
    const { secret } = await seller.webhooks.rotate(seller.owner, { ...seller.ids, overlapHours: 1 });
    await seller.webhooks.record([approved(seller.sellerId)]);
    await seller.deliver();
    const [first] = receiver.received;
    if (!first) throw new Error('nothing came');
    for (const known of [secret, seller.secret]) expect(receiver.verify(known, first)).toBeTruthy();
    expect((await seller.read()).previousSecretUntil).not.toBeNull();
    clock.advance(hour);
    await seller.webhooks.record([approved(seller.sellerId)]);
    await seller.deliver();
    expect(String(receiver.received[1]?.headers['webhook-signature']).split(' ')).toHaveLength(1);
    expect((await seller.read()).previousSecretUntil).toBeNull();
    await seller.webhooks.rotate(seller.owner, { ...seller.ids, overlapHours: 0 });
    expect((await seller.read()).previousSecretUntil).toBeNull();
  });

  it('leaves the shop only while the seller may do business', async () => {
    const seller = await open();
    await seller.webhooks.record([approved(seller.sellerId)]);
    seller.suspended.add(seller.sellerId);
    expect(await seller.webhooks.record([approved(seller.sellerId)])).toBe(0);
    expect(await seller.deliver()).toEqual({ tried: 0, nextAt: null });
    expect(await seller.log()).toMatchObject([{ status: 'failed', problem: 'seller_closed', attempts: 0 }]);
    expect(receiver.received).toEqual([]);
  });
});

describe('a system that does not take it', () => {
  it('is tried again over three days with the same id, and what it said is in the log', async () => {
    const clock = fixedClock(new Date());
    const seller = await open({ clock });
    receiver.answer = 503;
    receiver.text = 'x'.repeat(5_000);
    await seller.webhooks.record([approved(seller.sellerId)]);
    const waits: number[] = [];
    for (let tries = 0; tries < 10; tries += 1) {
      expect(await seller.deliver()).toMatchObject({ tried: 1 });
      const [delivery] = await seller.log();
      if (!delivery?.nextAt) break;
      const wait = new Date(delivery.nextAt).getTime() - clock.now().getTime();
      waits.push(wait);
      clock.advance(wait - 1);
      expect(await seller.deliver()).toMatchObject({ tried: 0 });
      clock.advance(1);
    }
    const minute = 60_000;
    const wanted = [
      minute / 12,
      5 * minute,
      30 * minute,
      2 * hour,
      5 * hour,
      10 * hour,
      14 * hour,
      20 * hour,
      24 * hour,
    ];
    expect(waits).toHaveLength(wanted.length);
    for (const [index, wait] of waits.entries()) {
      expect(Math.abs(wait / (wanted[index] ?? 1) - 1)).toBeLessThanOrEqual(0.101);
    }
    const [delivery] = await seller.log();
    expect(delivery).toMatchObject({ status: 'failed', attempts: 10, lastStatus: 503 });
    expect(new Set(receiver.received.map(({ id }) => id))).toEqual(new Set([delivery?.id]));
    const detail = await seller.webhooks.delivery(seller.owner, { ...seller.ids, deliveryId: delivery?.id ?? '' });
    expect(detail.attempts).toHaveLength(10);
    expect(detail.attempts[0]).toMatchObject({ number: 10, status: 503, response: 'x'.repeat(1_000) });
  });

  it('that hangs is left in time, one that is away too', async () => {
    const seller = await open();
    receiver.answer = 'hang';
    await seller.webhooks.record([approved(seller.sellerId)]);
    await seller.deliver();
    expect(await seller.log()).toMatchObject([{ status: 'pending', problem: 'timeout', lastStatus: null }]);
    await receiver.close();
    const away = await open();
    await away.webhooks.record([approved(away.sellerId)]);
    await away.deliver();
    expect(await away.log()).toMatchObject([{ status: 'pending', problem: 'unreachable' }]);
    receiver = await openReceiver();
  });

  it('is asked little while it takes nothing, and heals with the first that it takes', async () => {
    const seller = await open();
    receiver.answer = 500;
    await seller.webhooks.record(Array.from({ length: 30 }, () => approved(seller.sellerId)));
    expect((await seller.deliver()).tried).toBe(12);
    expect((await seller.read()).failingSince).not.toBeNull();
    expect((await seller.deliver()).tried).toBe(4);
    receiver.answer = 204;
    expect((await seller.deliver()).tried).toBe(4);
    expect((await seller.read()).failingSince).toBeNull();
  });

  it('that redirects is not followed', async () => {
    const seller = await open();
    const inside = await openReceiver();
    receiver.answer = 307;
    receiver.location = inside.url;
    await seller.webhooks.record([approved(seller.sellerId)]);
    await seller.deliver();
    expect(await seller.log()).toMatchObject([{ status: 'pending', lastStatus: 307 }]);
    expect(inside.received).toEqual([]);
    await inside.close();
  });

  it('that says it is gone is switched off at once, and its owners hear it once', async () => {
    const seller = await open();
    receiver.answer = 410;
    await seller.webhooks.record(Array.from({ length: 20 }, () => approved(seller.sellerId)));
    await Promise.all([seller.deliver(), seller.deliver()]);
    expect(await seller.read()).toMatchObject({ status: 'disabled', disabledReason: 'gone' });
    expect(await seller.webhooks.record([approved(seller.sellerId)])).toBe(0);
    const log = await seller.log();
    expect(log.filter(({ status }) => status === 'failed')).toHaveLength(20);
    expect(log.some(({ problem }) => problem === 'endpoint_off')).toBe(true);
    const events = await eventsOf(webhookDisabled.name, seller.ids.webhookId);
    expect(events).toHaveLength(1);
    const [data] = events;
    for (let round = 0; round < 2; round += 1) {
      await handleDisabledWebhook({ ...seller, web }, { id: 'one', data }, twice);
    }
    const mails = [...seller.mail.mails.values()];
    expect(mails.map(({ to }) => to)).toEqual([expect.stringMatching(/^owner-of/)]);
    expect(mails[0]?.text).toContain(`https://seller.test/webhooks/${seller.ids.webhookId}`);
    const { rows } = await base.db.pool.query(
      `select action, actor_kind from notifications.audit_entries where object_id = $1 order by at, id`,
      [seller.ids.webhookId],
    );
    expect(rows).toEqual([
      { action: 'webhook.create', actor_kind: 'seller' },
      { action: 'webhook.disable', actor_kind: 'system' },
    ]);
  });

  it('is switched off after three days without a single success, and can be switched on again', async () => {
    const clock = fixedClock(new Date());
    const seller = await open({ clock });
    receiver.answer = 500;
    await seller.webhooks.record([approved(seller.sellerId)]);
    await seller.deliver();
    clock.advance(72 * hour - 1);
    await seller.webhooks.record([approved(seller.sellerId)]);
    await seller.deliver();
    expect(await seller.read()).toMatchObject({ status: 'active' });
    clock.advance(1);
    await seller.webhooks.record([approved(seller.sellerId)]);
    await seller.deliver();
    expect(await seller.read()).toMatchObject({ status: 'disabled', disabledReason: 'failing' });
    await expect(seller.webhooks.ping(seller.owner, seller.ids)).rejects.toMatchObject({ reason: 'webhook_off' });
    const input = { ...seller.ids, url: receiver.url, description: '', events: ['product.approved' as const] };
    await seller.webhooks.update(seller.owner, { ...input, active: true });
    expect(await seller.read()).toMatchObject({ status: 'active', disabledReason: null, failingSince: null });
    receiver.answer = 200;
    const since = new Date(clock.now().getTime() - 100 * hour).toISOString();
    expect(await seller.webhooks.replayFailed(seller.owner, { ...seller.ids, since })).toEqual({ count: 3 });
    await seller.deliver();
    expect((await seller.log()).map(({ status }) => status)).toEqual(['delivered', 'delivered', 'delivered']);
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(3);
  });
});

describe('a crash', () => {
  it('between sending and noting it down sends again, with the same id', async () => {
    const clock = fixedClock(new Date());
    const real = localSender();
    let dies = true;
    const sender = {
      ...real,
      send: async (request: Parameters<typeof real.send>[0]) => {
        const answer = await real.send(request);
        if (dies) throw new Error('killed');
        return answer;
      },
    };
    const seller = await open({ clock, sender });
    await seller.webhooks.record([approved(seller.sellerId)]);
    await expect(seller.deliver()).rejects.toThrow('killed');
    dies = false;
    expect(await seller.deliver()).toMatchObject({ tried: 0 });
    clock.advance(120_000);
    await base.db.pool.query('delete from notifications.outbox');
    expect(await seller.webhooks.wakeDue()).toBeGreaterThan(0);
    expect(await eventsOf(webhookDue.name, seller.ids.webhookId)).toHaveLength(1);
    expect(await seller.deliver()).toEqual({ tried: 1, nextAt: null });
    expect(receiver.received).toHaveLength(2);
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1);
    expect(await seller.log()).toMatchObject([{ status: 'delivered', attempts: 1 }]);
  });

  it('a run waits out short waits, and leaves long ones to the job', async () => {
    const clock = fixedClock(new Date());
    const seller = await open({ clock });
    receiver.answer = 500;
    await seller.webhooks.record([approved(seller.sellerId)]);
    const slept: string[] = [];
    const step = {
      run: <Value>(_id: string, work: () => Promise<Value>) => work(),
      sleepUntil: async (_id: string, time: Date) => {
        slept.push(time.toISOString());
        clock.advance(time.getTime() - clock.now().getTime());
      },
    };
    const data = webhookDue.schema.parse({ endpointId: seller.ids.webhookId, lane: 'steady' });
    expect(await handleDue(seller, { data }, step, () => clock.now().getTime())).toEqual({ tried: 2 });
    expect(slept).toHaveLength(1);
    expect(await handleDue(seller, { data: { ...data, endpointId: newId() } }, step)).toEqual({ tried: 0 });
  });
});

describe('who may', () => {
  it('only owners, and only of their own', async () => {
    const seller = await open();
    const { sellerId } = seller;
    await seller.webhooks.ping(seller.owner, seller.ids);
    const [ping] = await seller.log();
    const stranger = seller.member('owner', newId());
    const reasons = async (actor: typeof seller.owner, of: string) => {
      const ids = { sellerId: of, webhookId: seller.ids.webhookId };
      const delivery = { ...ids, deliveryId: ping?.id ?? '' };
      const input = { url: receiver.url, description: '', events: ['stock.low' as const] };
      const calls = [
        () => seller.webhooks.list(actor, of),
        () => seller.webhooks.create(actor, { sellerId: of, ...input }),
        () => seller.webhooks.read(actor, ids),
        () => seller.webhooks.update(actor, { ...ids, ...input, active: true }),
        () => seller.webhooks.rotate(actor, { ...ids, overlapHours: 0 }),
        () => seller.webhooks.ping(actor, ids),
        () => seller.webhooks.deliveries(actor, { ...ids, limit: 1 }),
        () => seller.webhooks.delivery(actor, delivery),
        () => seller.webhooks.replay(actor, delivery),
        () => seller.webhooks.replayFailed(actor, { ...ids, since: new Date(0).toISOString() }),
        () => seller.webhooks.remove(actor, ids),
      ];
      const found = await Promise.all(
        calls.map((call) =>
          (call() as Promise<unknown>).then(
            () => 'done',
            (error: { reason: string }) => error.reason,
          ),
        ),
      );
      return [...new Set(found)];
    };
    expect(await reasons(seller.member('fulfilment'), sellerId)).toEqual(['role_too_low']);
    expect(await reasons(seller.member('manager'), sellerId)).toEqual(['role_too_low']);
    expect(await reasons(stranger, sellerId)).toEqual(['not_a_member']);
    const own = stranger.memberships[0]?.sellerId ?? '';
    expect(await reasons(stranger, own)).toEqual(['done', 'webhook_not_found']);
    expect(await seller.read()).toMatchObject({ events: ['product.approved'] });
  });

  it('addresses that lead inside are refused, and ten are enough', async () => {
    const seller = await open({ sender: localSender() });
    const input = { sellerId: seller.sellerId, description: '', events: ['stock.low' as const] };
    for (const url of ['http://127.0.0.2/', 'ftp://127.0.0.1/', 'http://me:secret@127.0.0.1/', 'nonsense']) {
      await expect(seller.webhooks.create(seller.owner, { ...input, url })).rejects.toMatchObject({
        reason: 'webhook_url_refused',
      });
    }
    const made = await Promise.allSettled(
      Array.from({ length: 14 }, () => seller.webhooks.create(seller.owner, { ...input, url: receiver.url })),
    );
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(9);
    expect((await seller.webhooks.list(seller.owner, seller.sellerId)).webhooks).toHaveLength(10);
  });
});

describe('the log', () => {
  it('is filtered and paged, replays one with its id, and forgets after 30 days', async () => {
    const clock = fixedClock(new Date());
    const seller = await open({ clock }, ['product.approved', 'stock.low']);
    for (let count = 0; count < 5; count += 1) {
      await seller.webhooks.record([approved(seller.sellerId)]);
      clock.advance(1);
    }
    await seller.deliver();
    await seller.webhooks.ping(seller.owner, seller.ids);
    const page = (input: object) => seller.webhooks.deliveries(seller.owner, { ...seller.ids, limit: 2, ...input });
    const first = await page({ type: 'product.approved' });
    const second = await page({ type: 'product.approved', cursor: first.nextCursor ?? '' });
    const third = await page({ type: 'product.approved', cursor: second.nextCursor ?? '' });
    const ids = [first, second, third].flatMap(({ deliveries }) => deliveries.map(({ id }) => id));
    expect(new Set(ids).size).toBe(5);
    expect(third.nextCursor).toBeNull();
    expect((await page({ status: 'pending' })).deliveries).toMatchObject([{ type: 'ping' }]);
    await expect(page({ cursor: 'x' })).rejects.toMatchObject({ reason: 'cursor_invalid' });

    await seller.webhooks.replay(seller.owner, { ...seller.ids, deliveryId: ids[0] ?? '' });
    await seller.deliver();
    expect(receiver.received.filter(({ id }) => id === ids[0])).toHaveLength(2);
    expect(
      (await seller.webhooks.delivery(seller.owner, { ...seller.ids, deliveryId: ids[0] ?? '' })).attempts,
    ).toHaveLength(2);

    clock.advance(30 * 24 * hour - 1_000);
    expect(await seller.webhooks.expire()).toBe(0);
    clock.advance(2_000);
    expect(await seller.webhooks.expire()).toBeGreaterThanOrEqual(6);
    expect(await seller.log()).toEqual([]);
    expect(await seller.webhooks.remove(seller.owner, seller.ids)).toEqual({ ok: true });
    await expect(seller.read()).rejects.toMatchObject({ reason: 'webhook_not_found' });
  });
});
