import {
  type AuditActor,
  appendAudit,
  type Database,
  isUniqueViolation,
  statement,
  withSqlTransaction,
} from '@mallhive/db';
import type { Currency } from '@mallhive/kernel';
import type { PromotionRules } from './promotion.ts';

const columns = `p.id, p.seller_id as "sellerId", p.title, p.kind, p.percent_bp as "percentBp", p.amounts,
  p.buy_quantity as "buyQuantity", p.get_quantity as "getQuantity", p.minimums, p.product_ids as "productIds",
  p.category_ids as "categoryIds", p.currencies, p.starts_at as "startsAt", p.ends_at as "endsAt", p.automatic, p.exclusive,
  p.priority, p.limit_total as "limitTotal", p.limit_customer as "limitCustomer", p.bearer, p.status, p.version,
  p.used, p.over_limit as "overLimit",
  array(select c.code from cart.promotion_codes c where c.promotion_id = p.id order by c.code) as codes`;
const figures = `(select count(*)::int from cart.promotion_uses u where u.promotion_id = p.id and u.status = 'held') as held,
  (select count(*)::int from cart.promotion_uses u where u.promotion_id = p.id and u.status = 'taken') as taken,
  (select coalesce(json_object_agg(s.currency, s.amount), '{}') from (
     select u.currency, sum(u.amount)::float8 as amount from cart.promotion_uses u
     where u.promotion_id = p.id and u.status = 'taken' group by 1) s) as saved`;

const list = statement(
  'cart.promotions',
  `select ${columns}, ${figures} from cart.promotions p where p.seller_id is not distinct from $1::uuid
   order by p.status = 'archived', p.created_at desc, p.id desc limit $2::int`,
);
const one = statement(
  'cart.promotion',
  `select ${columns}, ${figures} from cart.promotions p where p.id = $1::uuid and p.seller_id is not distinct from $2::uuid`,
);
const lock = statement(
  'cart.lock-promotion',
  `select ${columns} from cart.promotions p where p.id = $1::uuid and p.seller_id is not distinct from $2::uuid for update`,
);
const count = statement(
  'cart.count-promotions',
  `select count(*)::int as count from cart.promotions where seller_id is not distinct from $1::uuid and status <> 'archived'`,
);
const insert = statement(
  'cart.insert-promotion',
  `insert into cart.promotions (id, seller_id, bearer, created_at, updated_at, title, kind, percent_bp, amounts, buy_quantity,
     get_quantity, minimums, product_ids, category_ids, currencies, starts_at, ends_at, automatic, exclusive, priority,
     limit_total, limit_customer)
   values ($1::uuid, $2::uuid, $3, $4::timestamptz, $4::timestamptz, $5, $6, $7::int, $8::jsonb, $9::int, $10::int, $11::jsonb,
     $12::uuid[], $13::uuid[], $14::text[], $15::timestamptz, $16::timestamptz, $17::boolean, $18::boolean, $19::int, $20::int, $21::int)
   on conflict (id) do nothing`,
);
/** A limit that is new counts the uses there were; whoever holds one waits for this (`for share`). */
const update = statement(
  'cart.update-promotion',
  `update cart.promotions set bearer = $3, updated_at = $4::timestamptz, version = version + 1, title = $5, kind = $6,
     percent_bp = $7::int, amounts = $8::jsonb, buy_quantity = $9::int, get_quantity = $10::int, minimums = $11::jsonb,
     product_ids = $12::uuid[], category_ids = $13::uuid[], currencies = $14::text[], starts_at = $15::timestamptz,
     ends_at = $16::timestamptz, automatic = $17::boolean, exclusive = $18::boolean, priority = $19::int,
     limit_total = $20::int, limit_customer = $21::int, used = $22::int
   where id = $1::uuid and seller_id is not distinct from $2::uuid`,
);
const countUses = statement(
  'cart.count-promotion-uses',
  `select count(*)::int as count from cart.promotion_uses where promotion_id = $1::uuid and status in ('held', 'taken') and not over_limit`,
);
const dropCodes = statement(
  'cart.drop-codes',
  'delete from cart.promotion_codes where promotion_id = $1::uuid and not code = any($2::text[])',
);
const addCodes = statement(
  'cart.add-codes',
  `insert into cart.promotion_codes (code, promotion_id) select c, $1::uuid from unnest($2::text[]) c
   where not exists (select from cart.promotion_codes k where k.code = c and k.promotion_id = $1::uuid)`,
);
const taken = statement(
  'cart.taken-codes',
  'select code from cart.promotion_codes where code = any($1::text[]) and promotion_id <> $2::uuid order by code',
);
const setStatus = statement(
  'cart.set-promotion-status',
  `update cart.promotions set status = $3, updated_at = $4::timestamptz, version = version + 1
   where id = $1::uuid and seller_id is not distinct from $2::uuid`,
);

/** A promotion as it is kept, with its codes. */
export interface PromotionRow extends PromotionRules {
  codes: string[];
  limitTotal: number | null;
  limitCustomer: number | null;
  version: number;
  used: number;
  overLimit: number;
}
export interface PromotionWithFigures extends PromotionRow {
  held: number;
  taken: number;
  saved: Partial<Record<Currency, number>>;
}
export type PromotionDraft = Omit<PromotionRow, 'automatic' | 'status' | 'version' | 'used' | 'overLimit' | 'sellerId'>;

interface Written {
  sellerId: string | null;
  actor: AuditActor;
  now: Date;
}

const mostPromotions = 200;
const audited = [
  'title',
  'kind',
  'percentBp',
  'amounts',
  'buyQuantity',
  'getQuantity',
  'minimums',
  'productIds',
  'categoryIds',
  'currencies',
  'startsAt',
  'endsAt',
  'codes',
  'exclusive',
  'priority',
  'limitTotal',
  'limitCustomer',
  'bearer',
] as const;

function valuesOf(draft: PromotionDraft, { sellerId, now }: Written): unknown[] {
  return [
    draft.id,
    sellerId,
    draft.bearer,
    now,
    draft.title,
    draft.kind,
    draft.percentBp,
    JSON.stringify(draft.amounts),
    draft.buyQuantity,
    draft.getQuantity,
    JSON.stringify(draft.minimums),
    draft.productIds,
    draft.categoryIds,
    draft.currencies,
    draft.startsAt,
    draft.endsAt,
    draft.codes.length === 0,
    draft.exclusive,
    draft.priority,
    draft.limitTotal,
    draft.limitCustomer,
  ];
}

/** Times of the database are dates, those of the draft text. */
const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a instanceof Date ? a.toISOString() : a) === JSON.stringify(b instanceof Date ? b.toISOString() : b);

export type SavedPromotion =
  | { outcome: 'saved' | 'not_found' | 'limit' }
  | { outcome: 'changed'; version: number }
  | { outcome: 'code_taken'; codes: string[] }
  | { outcome: 'below_uses'; used: number };

export function createPromotionRepository(db: Database) {
  return {
    list: (sellerId: string | null) => db.sql.many<PromotionWithFigures>(list, [sellerId, 300]),
    find: (id: string, sellerId: string | null) => db.sql.maybe<PromotionWithFigures>(one, [id, sellerId]),

    /** Makes it (`version` null) or changes it; with its codes and its line in the audit log, or nothing at all. */
    async save(draft: PromotionDraft, version: number | null, by: Written): Promise<SavedPromotion> {
      const { sellerId, actor, now } = by;
      try {
        return await withSqlTransaction(db, async (tx): Promise<SavedPromotion> => {
          const before = await tx.sql.maybe<PromotionRow>(lock, [draft.id, sellerId]);
          // Made before, and the answer was lost: the same again changes nothing.
          if (before && version === null) return { outcome: 'saved' };
          if (before && before.version !== version) return { outcome: 'changed', version: before.version };
          const values = valuesOf(draft, by);
          if (before) {
            const { count: uses } = await tx.sql.one<{ count: number }>(countUses, [draft.id]);
            const used = draft.limitTotal === null ? 0 : before.limitTotal === null ? uses : before.used;
            if (draft.limitTotal !== null && draft.limitTotal < used) return { outcome: 'below_uses', used };
            await tx.sql.execute(update, [...values, used]);
          } else {
            if (version !== null) return { outcome: 'not_found' };
            if ((await tx.sql.one<{ count: number }>(count, [sellerId])).count >= mostPromotions)
              return { outcome: 'limit' };
            if ((await tx.sql.execute(insert, values)) === 0) return { outcome: 'not_found' };
          }
          await tx.sql.execute(dropCodes, [draft.id, draft.codes]);
          await tx.sql.execute(addCodes, [draft.id, draft.codes]);
          const changes = Object.fromEntries(
            audited.flatMap((field) =>
              before && same(before[field], draft[field])
                ? []
                : [[field, [before?.[field] ?? null, draft[field]] as const]],
            ),
          );
          await appendAudit(tx, 'cart', [
            {
              actor,
              sellerId,
              action: before ? 'promotion.update' : 'promotion.create',
              objectType: 'promotion',
              objectId: draft.id,
              changes,
              at: now,
            },
          ]);
          return { outcome: 'saved' };
        });
      } catch (error) {
        if (!isUniqueViolation(error, 'promotion_codes_pkey')) throw error;
        const rows = await db.sql.many<{ code: string }>(taken, [draft.codes, draft.id]);
        return { outcome: 'code_taken', codes: rows.map(({ code }) => code) };
      }
    },

    /** False when there is none. */
    setStatus: (id: string, status: PromotionRules['status'], { sellerId, actor, now }: Written): Promise<boolean> =>
      withSqlTransaction(db, async (tx) => {
        const before = await tx.sql.maybe<PromotionRow>(lock, [id, sellerId]);
        if (!before) return false;
        if (before.status === status) return true;
        await tx.sql.execute(setStatus, [id, sellerId, status, now]);
        await appendAudit(tx, 'cart', [
          {
            actor,
            sellerId,
            action: 'promotion.update',
            objectType: 'promotion',
            objectId: id,
            changes: { status: [before.status, status] },
            at: now,
          },
        ]);
        return true;
      }),
  };
}
export type PromotionRepository = ReturnType<typeof createPromotionRepository>;
