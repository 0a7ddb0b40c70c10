import { type AuditEntry, changedFields, systemActor } from '@mallhive/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendAudit, auditedDomains, readAudit } from './audit.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';
import { withSqlTransaction } from './transaction.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await createTestDatabase();
});
afterAll(() => base.close());

const seller = '00000000-0000-7000-8000-000000000001';
const person = '00000000-0000-7000-8000-000000000002';
const entry = (minute: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
  actor: { kind: 'seller', userId: person },
  sellerId: seller,
  action: 'product.update',
  objectType: 'product',
  objectId: `p${minute}`,
  changes: { title: ['Mug', 'Cup'] },
  at: new Date(Date.UTC(2026, 0, 1, 10, minute)),
  ...more,
});

test('an entry is there exactly when its change is committed', async () => {
  const broken = withSqlTransaction(base.db, async (tx) => {
    await appendAudit(tx, 'catalog', [entry(0)]);
    throw new Error('the change failed');
  });
  await expect(broken).rejects.toThrow('the change failed');
  expect(await readAudit(base.db, 'catalog', { limit: 10 })).toEqual([]);
});

test('every audited domain has its table', async () => {
  for (const domain of auditedDomains) {
    await withSqlTransaction(base.db, (tx) => appendAudit(tx, domain, [entry(1), entry(2)]));
    expect(await readAudit(base.db, domain, { limit: 10 })).toHaveLength(2);
  }
});

test('newest first, by organisation, person, thing and time, page by page', async () => {
  await withSqlTransaction(base.db, (tx) =>
    appendAudit(tx, 'orders', [
      ...[11, 12, 13].map((minute) => entry(minute)),
      entry(14, { actor: systemActor, sellerId: null, objectType: 'order' }),
    ]),
  );
  const ids = async (filter: object) =>
    (await readAudit(base.db, 'orders', { limit: 10, ...filter })).map(({ objectId }) => objectId);
  expect(await ids({ sellerId: seller })).toEqual(['p13', 'p12', 'p11', 'p2', 'p1']);
  expect(await ids({ actorUserId: person, since: entry(11).at, until: entry(13).at })).toEqual(['p12', 'p11']);
  expect(await ids({ objectType: 'order' })).toEqual(['p14']);
  expect(await ids({ objectId: 'p12' })).toEqual(['p12']);
  const [first] = await readAudit(base.db, 'orders', { limit: 1, sellerId: seller });
  expect(first).toMatchObject({ actorUserId: person, actorKind: 'seller', changes: { title: ['Mug', 'Cup'] } });
  expect(await ids({ sellerId: seller, after: first })).toEqual(['p12', 'p11', 'p2', 'p1']);
});

test('only fields that differ are changes', () => {
  const before = { title: 'Mug', tags: ['a'], secret: 'x' };
  expect(changedFields(before, { title: 'Cup', tags: ['a'], secret: 'y' }, ['title', 'tags'])).toEqual({
    title: ['Mug', 'Cup'],
  });
});
