import { appendEvents, withSqlTransaction } from '@mallhive/db';
import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { defineEvent } from '@mallhive/kernel';
import { silentLogger } from '@mallhive/observability';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createListener } from './listener.ts';
import { createOutboxTable, type OutboxTable } from './outbox-table.ts';
import { createRelay, type RelayEvent } from './relay.ts';

const happened = defineEvent('identity/test.happened', 2, z.object({ n: z.int() }));
const logger = silentLogger;
let base: TestDatabase;
let table: OutboxTable;
beforeAll(async () => {
  base = await createTestDatabase();
  table = createOutboxTable(base.db);
});
afterAll(() => base.close());
afterEach(() => base.db.prisma.identityOutbox.deleteMany());

async function append(count: number) {
  const events = Array.from({ length: count }, (_, n) => happened.create({ n }, new Date(Date.now() + n)));
  await withSqlTransaction(base.db, (tx) => appendEvents(tx, 'identity', events));
  return events;
}
const unpublished = () => base.db.prisma.identityOutbox.count({ where: { publishedAt: null } });

test('when Inngest cannot be reached the events wait, longer each time, and none is lost', async () => {
  await append(3);
  const relay = createRelay({ table, logger, send: () => Promise.reject(new Error('unreachable')) });
  await relay.drainAll();
  await relay.drainAll();
  const rows = await base.db.prisma.identityOutbox.findMany();
  expect(rows.map(({ attempts, lastError, publishedAt }) => ({ attempts, lastError, publishedAt }))).toEqual(
    Array.from({ length: 3 }, () => ({ attempts: 1, lastError: 'Error: unreachable', publishedAt: null })),
  );
  await base.db.prisma.identityOutbox.updateMany({ data: { availableAt: new Date() } });
  await relay.drainAll();
  const [row] = await base.db.prisma.identityOutbox.findMany();
  expect(row?.attempts).toBe(2);
  expect((row?.availableAt.getTime() ?? 0) - Date.now()).toBeGreaterThan(2_000);
});

test('a relay that dies after claiming leaves its rows to the next one', async () => {
  await append(2);
  await table.claim('identity', 10);
  const sent: RelayEvent[] = [];
  const relay = createRelay({ table, logger, send: async (events) => sent.push(...events) });
  await relay.drainAll();
  expect(sent).toEqual([]);
  await base.db.prisma.identityOutbox.updateMany({ data: { availableAt: new Date(Date.now() - 1) } });
  await relay.drainAll();
  expect(sent).toHaveLength(2);
});

test('the row id is the event id, and they go in the order of their time', async () => {
  const events = await append(5);
  const sent: RelayEvent[] = [];
  await createRelay({ table, logger, send: async (batch) => sent.push(...batch) }).drainAll();
  expect(sent).toEqual(
    events.map(({ id, name, data, occurredAt }) => ({ id, name, data, v: '2', ts: Date.parse(occurredAt) })),
  );
  expect(await unpublished()).toBe(0);
});

test('several relays at once send each event once', async () => {
  await append(900);
  const sent: string[] = [];
  const send = async (batch: RelayEvent[]) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    sent.push(...batch.map(({ id }) => id));
  };
  await Promise.all([1, 2, 3].map(() => createRelay({ table, logger, send, batch: 50 }).drainAll()));
  expect(sent).toHaveLength(900);
  expect(new Set(sent).size).toBe(900);
});

test('published rows go after their time, unpublished ones stay', async () => {
  await append(1);
  await createRelay({ table, logger, send: async () => undefined }).drainAll();
  await append(1);
  expect(await table.prune('identity', 3600)).toBe(0);
  expect(await table.prune('identity', -1)).toBe(1);
  expect(await unpublished()).toBe(1);
});

test('a commit is heard and sent at once, also after the connection was lost', async () => {
  const sent: RelayEvent[] = [];
  const relay = createRelay({ table, logger, send: async (batch) => sent.push(...batch), pollMs: 60_000 });
  const states: string[] = [];
  const listener = createListener({
    url: base.url,
    logger,
    onNotice: ({ domain }) => relay.notify(domain),
    onConnected: () => states.push('connected'),
    onLost: () => states.push('lost'),
    retryMs: 20,
  });
  relay.start();
  await listener.start();
  const start = performance.now();
  await append(1);
  await expect.poll(() => sent.length, { interval: 5 }).toBe(1);
  expect(performance.now() - start).toBeLessThan(500);

  await base.db.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'mallhive-listener'`,
  );
  await expect.poll(() => states).toEqual(['connected', 'lost', 'connected']);
  await append(1);
  await expect.poll(() => sent.length).toBe(2);
  await listener.stop();
  await relay.stop();
});

test('lag tells how long the oldest event has waited', async () => {
  await append(2);
  await base.db.prisma.identityOutbox.updateMany({ data: { occurredAt: new Date(Date.now() - 5_000) } });
  const rows = await table.lag();
  expect(rows.find(({ domain }) => domain === 'identity')).toMatchObject({ waiting: 2 });
  expect(rows.find(({ domain }) => domain === 'identity')?.seconds).toBeGreaterThan(4.9);
});
