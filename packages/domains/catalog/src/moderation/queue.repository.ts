import { appendAudit, appendEvents, type Database, statement, withSqlTransaction } from '@mallhive/db';
import type { AuditActor } from '@mallhive/kernel';
import type { z } from 'zod';
import { publishChanges } from '../change.repository.ts';
import type { moderationCaseSchema } from '../contract.ts';
import { productModerated } from '../events.ts';
import { resubmitForModeration } from './submit.repository.ts';

type Case = z.infer<typeof moderationCaseSchema>;

const face = `json_build_object('title', p.title, 'description', p.description, 'images', (
  select coalesce(json_agg(json_build_object('url', m.url, 'alt', m.alt, 'width', m.width, 'height', m.height) order by m.position), '[]')
  from catalog.product_media m where m.product_id = p.id))`;
const asCase = `json_build_object('id', c.id, 'productId', p.id, 'slug', p.slug, 'seller', json_build_object('id', p.seller_id, 'name', coalesce(s.name, '')),
  'kind', c.kind, 'status', c.status, 'before', c.before, 'after', coalesce(c.after, ${face}), 'submittedAt', catalog.iso(c.submitted_at),
  'decidedAt', catalog.iso(c.decided_at), 'reason', c.reason) as case`;
const source = `from catalog.moderation_cases c join catalog.products p on p.id = c.product_id
  left join catalog.seller_profiles s on s.seller_id = p.seller_id`;

const waiting = statement(
  'catalog.moderation-waiting',
  `select ${asCase}, c.submitted_at as at, c.id ${source}
   where c.status = 'pending' and ($1::timestamptz is null or (c.submitted_at, c.id) > ($1, $2::uuid))
   order by c.submitted_at, c.id limit $3`,
);
const decided = statement(
  'catalog.moderation-decided',
  `select ${asCase}, c.submitted_at as at, c.id ${source}
   where c.status = $4 and ($1::timestamptz is null or (c.submitted_at, c.id) < ($1, $2::uuid))
   order by c.submitted_at desc, c.id desc limit $3`,
);
const pending = statement(
  'catalog.moderation-count',
  `select count(*)::int as pending from (select 1 from catalog.moderation_cases where status = 'pending' limit 1000) x`,
);

export function listCases(
  db: Database,
  status: Case['status'],
  after: readonly (string | number)[] | null,
  limit: number,
) {
  const [at = null, id = null] = after ?? [];
  const values = status === 'pending' ? [at, id, limit] : [at, id, limit, status];
  return db.sql.many<{ case: Case; at: Date; id: string }>(status === 'pending' ? waiting : decided, values);
}

export async function countPending(db: Database): Promise<number> {
  return (await db.sql.one<{ pending: number }>(pending)).pending;
}

/** The product first, as every other writer does. */
const lockProduct = statement(
  'catalog.lock-moderated-product',
  `select p.id, p.seller_id as "sellerId", p.title from catalog.products p
   where p.id = (select product_id from catalog.moderation_cases where id = $1) for update`,
);
const lockCase = statement('catalog.lock-case', 'select status from catalog.moderation_cases where id = $1 for update');
const decide = statement(
  'catalog.decide-case',
  `update catalog.moderation_cases c set status = $2, decided_at = $3, decided_by = $4, reason = $5, after = ${face}
   from catalog.products p where p.id = c.product_id and c.id = $1`,
);
const settle = statement(
  'catalog.settle-product',
  `update catalog.products set moderation = $2, moderation_reason = $3, version = version + 1,
     published_at = case when $2 = 'approved' then coalesce(published_at, $4::timestamptz) else published_at end
   where id = $1`,
);

interface Decision {
  caseId: string;
  status: 'approved' | 'rejected';
  reason: string;
  at: Date;
  actor: AuditActor;
}

/** `check` gets the case's status, or null when there is none, and throws when it cannot be decided. */
export function decideCase(db: Database, decision: Decision, check: (status: string | null) => void): Promise<void> {
  const { caseId, status, reason, at, actor } = decision;
  return withSqlTransaction(db, async (tx) => {
    const product = await tx.sql.maybe<{ id: string; sellerId: string; title: string }>(lockProduct, [caseId]);
    const found = product && (await tx.sql.maybe<{ status: string }>(lockCase, [caseId]));
    check(found?.status ?? null);
    if (!product) return;
    await tx.sql.execute(decide, [caseId, status, at, actor.userId, reason]);
    await tx.sql.execute(settle, [product.id, status, status === 'rejected' ? reason : '', at]);
    const changes = { moderation: ['pending', status] as const, reason: ['', reason] as const };
    const object = { objectType: 'product', objectId: product.id };
    await appendAudit(tx, 'catalog', [
      { actor, sellerId: product.sellerId, action: 'product.moderate', ...object, changes, at },
    ]);
    const { id: productId, sellerId, title } = product;
    await appendEvents(tx, 'catalog', [
      productModerated.create({ productId, sellerId, title, decision: status, reason }, at),
    ]);
    await publishChanges(tx, { productIds: [productId], at, sellersToo: true, pricesToo: true });
  });
}

const lockFlag = statement(
  'catalog.lock-flagged-product',
  `select p.seller_id as "sellerId", p.flagged, p.status, p.moderation, ${face} as face from catalog.products p where p.id = $1 for update of p`,
);
const setFlag = statement(
  'catalog.flag-product',
  'update catalog.products set flagged = $2, version = version + 1 where id = $1',
);

interface Flagging {
  productId: string;
  flagged: boolean;
  hide: boolean;
  reason: string;
  at: Date;
  actor: AuditActor;
}

/** False when there is no such product. */
export function flag(db: Database, { productId, flagged, hide, reason, at, actor }: Flagging): Promise<boolean> {
  return withSqlTransaction(db, async (tx) => {
    type Row = { sellerId: string; flagged: boolean; status: string; moderation: string; face: Case['after'] };
    const product = await tx.sql.maybe<Row>(lockFlag, [productId]);
    if (!product) return false;
    await tx.sql.execute(setFlag, [productId, flagged]);
    const hides = flagged && hide && product.status === 'published' && product.moderation === 'approved';
    if (hides) await resubmitForModeration(tx, productId, 'flagged', product.face, at);
    const changes = { flagged: [product.flagged, flagged] as const, reason: ['', reason] as const };
    const entry = { sellerId: product.sellerId, action: 'product.flag', objectType: 'product', objectId: productId };
    await appendAudit(tx, 'catalog', [{ actor, ...entry, changes, at }]);
    if (hides) await publishChanges(tx, { productIds: [productId], at, sellersToo: true });
    return true;
  });
}
