import { appendAudit, type Database, statement, withSqlTransaction } from '@mallhive/db';
import { systemActor } from '@mallhive/kernel';
import { publishChanges } from './change.repository.ts';
import { submitForModeration } from './moderation/submit.repository.ts';

const due = statement(
  'catalog.due-cards',
  'select product_id as id from catalog.product_cards where refresh_at <= $1 limit $2',
);

export function refreshDue(db: Database, at: Date, limit: number): Promise<number> {
  return withSqlTransaction(db, async (tx) => {
    const rows = await tx.sql.many<{ id: string }>(due, [at, limit]);
    await publishChanges(tx, { productIds: rows.map(({ id }) => id), at, pricesToo: true });
    return rows.length;
  });
}

const lockWaiting = statement(
  'catalog.lock-scheduled',
  `select id from catalog.products where id in (select id from catalog.products where publish_at <= $1 limit $2) order by id for update`,
);
const publish = statement(
  'catalog.publish-scheduled',
  `update catalog.products set status = 'published', publish_at = null, version = version + 1, updated_at = $2
   where id = any ($1::uuid[]) and status = 'draft' and publish_at <= $2 returning id, seller_id as "sellerId"`,
);

/** Drafts whose time has come. They were checked when they were scheduled; moderation is as for any other. */
export function publishScheduled(db: Database, at: Date, limit: number): Promise<number> {
  return withSqlTransaction(db, async (tx) => {
    const waiting = await tx.sql.many<{ id: string }>(lockWaiting, [at, limit]);
    if (waiting.length === 0) return 0;
    const rows = await tx.sql.many<{ id: string; sellerId: string }>(publish, [waiting.map(({ id }) => id), at]);
    const ids = rows.map(({ id }) => id);
    await submitForModeration(tx, ids, at);
    const changes = { status: ['draft', 'published'] as const };
    const entry = { actor: systemActor, action: 'product.publish', objectType: 'product', changes, at };
    await appendAudit(
      tx,
      'catalog',
      rows.map(({ id, sellerId }) => ({ ...entry, sellerId, objectId: id })),
    );
    await publishChanges(tx, { productIds: ids, at, pricesToo: true, sellersToo: true });
    return waiting.length;
  });
}
