import { defineEvent, newId } from '@mallhive/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { appendEvents, isUniqueViolation, statement, withSqlTransaction, withTransaction } from './index.ts';
import { countStatements, createTestDatabase, type TestDatabase } from './testing.ts';

const happened = defineEvent('identity/test.happened', 1, z.object({ note: z.string() }));
const countSellers = statement('test.count-sellers', 'select count(*) as n from identity.sellers');
const insertSeller = statement(
  'test.insert-seller',
  'insert into identity.sellers (id, slug, name) values ($1, $2, $3)',
);
const rename = statement('test.rename', 'update identity.sellers set name = $2 where id = $1');
const pid = statement('test.pid', 'select pg_backend_pid() as pid');

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await createTestDatabase();
});
afterAll(() => test_.close());

const seller = (slug: string) => ({ id: newId(), slug, name: 'Ann' });

test('a transaction that throws leaves neither the change nor its events', async () => {
  const { db } = test_;
  const { id, slug, name } = seller('rolled-back');
  await expect(
    withTransaction(db, async (tx) => {
      await tx.prisma.seller.create({ data: { id, slug, name } });
      await appendEvents(tx, 'identity', [happened.create({ note: 'x' })]);
      throw new Error('stop');
    }),
  ).rejects.toThrow('stop');
  expect(await db.prisma.seller.count({ where: { id } })).toBe(0);
  expect(await db.prisma.identityOutbox.count()).toBe(0);
});

test('Prisma and hand-written SQL share the connection of a transaction, also when many run at once', async () => {
  const { db } = test_;
  const rows = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      withTransaction(db, async (tx) => {
        const data = seller(`shared-${index}`);
        await tx.prisma.seller.create({ data });
        await tx.sql.execute(rename, [data.id, `Renamed ${index}`]);
        const seen = await tx.prisma.seller.findUniqueOrThrow({ where: { id: data.id } });
        const [mine] = await tx.prisma.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`;
        const { pid: sqlPid } = await tx.sql.one<{ pid: number }>(pid);
        return { name: seen.name, same: mine?.pid === sqlPid };
      }),
    ),
  );
  expect(rows).toEqual(Array.from({ length: 12 }, (_, index) => ({ name: `Renamed ${index}`, same: true })));
});

test('events arrive in the outbox with their id, in one statement, and listeners hear of them on commit', async () => {
  const { db } = test_;
  const client = await db.pool.connect();
  const heard: string[] = [];
  client.on('notification', (message) => heard.push(message.payload ?? ''));
  await client.query('listen mallhive_outbox');
  const events = [happened.create({ note: 'a' }, new Date(1)), happened.create({ note: 'b' }, new Date(2))];
  const sent = await countStatements(test_, () => withSqlTransaction(db, (tx) => appendEvents(tx, 'identity', events)));
  expect(sent).toBe(1);
  await expect.poll(() => heard.length).toBe(1);
  expect(JSON.parse(heard[0] ?? '')).toEqual({
    domain: 'identity',
    names: ['identity/test.happened'],
    events: events.map(({ id, name, data }) => ({ id, name, data })),
  });
  client.release(true);
  const stored = await db.prisma.identityOutbox.findMany({ orderBy: { id: 'asc' } });
  expect(stored.map(({ id, data }) => ({ id, data }))).toEqual(events.map(({ id, data }) => ({ id, data })));
});

test('a deadlock is tried again until both sides are done', async () => {
  const { db } = test_;
  const [a, b] = [seller('a'), seller('b')];
  await db.prisma.seller.createMany({ data: [a, b] });
  let runs = 0;
  const cross = (first: string, second: string) =>
    withSqlTransaction(db, async (tx) => {
      runs += 1;
      await tx.sql.execute(rename, [first, 'first']);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await tx.sql.execute(rename, [second, 'second']);
    });
  await Promise.all([cross(a.id, b.id), cross(b.id, a.id)]);
  expect(runs).toBeGreaterThan(2);
});

test('a duplicate is recognised, from SQL and from Prisma', async () => {
  const { db } = test_;
  const one = seller('twice');
  await db.sql.execute(insertSeller, [one.id, one.slug, one.name]);
  const bySql = await db.sql.execute(insertSeller, [newId(), one.slug, 'x']).catch((error: unknown) => error);
  const byPrisma = await db.prisma.seller.create({ data: seller(one.slug) }).catch((error: unknown) => error);
  expect([isUniqueViolation(bySql), isUniqueViolation(byPrisma), isUniqueViolation(new Error('x'))]).toEqual([
    true,
    true,
    false,
  ]);
  expect(isUniqueViolation(bySql, 'sellers_slug_key')).toBe(true);
  expect(isUniqueViolation(bySql, 'other')).toBe(false);
});

test('count(*) is a number', async () => {
  expect(typeof (await test_.db.sql.one<{ n: number }>(countSellers)).n).toBe('number');
});

test.each([
  ['by hand', withSqlTransaction],
  ['with Prisma', withTransaction],
] as const)(
  'a connection that is lost between two statements fails its transaction, not the process: %s',
  async (_name, run) => {
    const { db } = test_;
    const cut = run(db, async (tx: { sql: typeof db.sql }) => {
      const own = await tx.sql.one<{ pid: number }>(pid);
      const ended = db.pool.query('select pg_terminate_backend($1)', [own.pid]);
      await ended;
      await new Promise((resolve) => setTimeout(resolve, 200));
      return tx.sql.one(pid);
    });
    await expect(cut).rejects.toThrow();
    expect((await db.sql.one<{ n: number }>(countSellers)).n).toBeGreaterThan(0);
  },
);
