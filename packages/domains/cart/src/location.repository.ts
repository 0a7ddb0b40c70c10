import {
  type AuditActor,
  appendAudit,
  type Database,
  isUniqueViolation,
  statement,
  withSqlTransaction,
} from '@mallhive/db';

const list = statement(
  'cart.locations',
  `select l.id, l.name, l.code = 'main' as main, l.active,
     coalesce((select sum(on_hand)::int from cart.stock_levels where location_id = l.id), 0) as units
   from cart.stock_locations l where l.seller_id = $1::uuid and l.code <> 'backorder' order by not l.active, l.code <> 'main', lower(l.name)`,
);
const ensureMain = statement(
  'cart.ensure-main-location',
  `insert into cart.stock_locations (id, seller_id, created_at) values (gen_random_uuid(), $1::uuid, $2::timestamptz)
   on conflict do nothing`,
);
const lockMain = statement(
  'cart.lock-main-location',
  `select (select count(*)::int from cart.stock_locations where seller_id = $1::uuid and code <> 'backorder') as count
   from cart.stock_locations where seller_id = $1::uuid and code = 'main' for update`,
);
const create = statement(
  'cart.create-location',
  `insert into cart.stock_locations (id, seller_id, code, name, created_at)
   values ($1::uuid, $2::uuid, $1::text, $3, $4::timestamptz)`,
);
const update = statement(
  'cart.update-location',
  'select cart.update_location($1::uuid, $2::uuid, $3, $4::boolean) as reply',
);

export interface LocationRow {
  id: string;
  name: string;
  main: boolean;
  active: boolean;
  units: number;
}

type Changed = 'done' | 'name_taken' | 'limit' | 'holds_stock' | 'main' | 'not_found';

const mostLocations = 50;
const nameIndex = 'stock_locations_name';

async function nameTaken(work: () => Promise<Changed>): Promise<Changed> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error, nameIndex)) return 'name_taken';
    throw error;
  }
}

export function createLocationRepository(db: Database) {
  return {
    /** Every seller has a main location, also before anything was put there. */
    async list(sellerId: string, now: Date): Promise<LocationRow[]> {
      const rows = await db.sql.many<LocationRow>(list, [sellerId]);
      if (rows.some(({ main }) => main)) return rows;
      await db.sql.execute(ensureMain, [sellerId, now]);
      return db.sql.many<LocationRow>(list, [sellerId]);
    },

    create: (input: { id: string; sellerId: string; name: string; actor: AuditActor; now: Date }): Promise<Changed> =>
      nameTaken(() =>
        withSqlTransaction(db, async (tx) => {
          const { id, sellerId, name, actor, now } = input;
          await tx.sql.execute(ensureMain, [sellerId, now]);
          // One at a time for a seller, so that two at once do not pass the limit together.
          const { count } = await tx.sql.one<{ count: number }>(lockMain, [sellerId]);
          if (count >= mostLocations) return 'limit';
          await tx.sql.execute(create, [id, sellerId, name, now]);
          await appendAudit(tx, 'cart', [
            {
              actor,
              sellerId,
              action: 'stock-location.create',
              objectType: 'stock-location',
              objectId: id,
              changes: { name: [null, name] },
              at: now,
            },
          ]);
          return 'done';
        }),
      ),

    update: (input: {
      sellerId: string;
      locationId: string;
      name: string | undefined;
      active: boolean | undefined;
      actor: AuditActor;
      now: Date;
    }): Promise<Changed> =>
      nameTaken(() =>
        withSqlTransaction(db, async (tx) => {
          type Reply = { outcome: 'updated' | 'main' | 'holds_stock'; name: string; active: boolean } | null;
          const { sellerId, locationId, name, active, actor, now } = input;
          const values = [sellerId, locationId, name ?? null, active ?? null];
          const { reply } = await tx.sql.one<{ reply: Reply }>(update, values);
          if (!reply) return 'not_found';
          if (reply.outcome !== 'updated') return reply.outcome;
          const changes = {
            ...(name !== undefined && name !== reply.name && { name: [reply.name, name] as const }),
            ...(active !== undefined && active !== reply.active && { active: [reply.active, active] as const }),
          };
          if (Object.keys(changes).length === 0) return 'done';
          await appendAudit(tx, 'cart', [
            {
              actor,
              sellerId,
              action: 'stock-location.update',
              objectType: 'stock-location',
              objectId: locationId,
              changes,
              at: now,
            },
          ]);
          return 'done';
        }),
      ),
  };
}
export type LocationRepository = ReturnType<typeof createLocationRepository>;
