import { type Database, statement } from '@mallhive/db';
import { defaultLowBelow } from './alerts/contract.ts';

const lowBelow = `coalesce(r.low_below, (select low_below from cart.stock_settings where seller_id = $1::uuid), ${defaultLowBelow})`;
/** Of a bundle what its parts make. */
const available = `case when exists (select from cart.bundle_parts b where b.bundle_id = l.variant_id)
  then cart.bundle_available(l.variant_id, null) else coalesce(sum(l.on_hand - l.reserved) filter (where not l.backorder), 0) end`;
const stocked = 'filter (where not l.backorder)';
const states = `case when available <= 0 then 'out' when available < "lowBelow" then 'low' else 'in' end`;

const page = statement(
  'cart.inventory',
  `select "variantId", "productId", "onHand", reserved, available, parts, levels, backorder, "ownLowBelow", "lowBelow" from (
     select l.variant_id as "variantId", (array_agg(l.product_id))[1] as "productId",
       coalesce(sum(l.on_hand) ${stocked}, 0)::int as "onHand", coalesce(sum(l.reserved) ${stocked}, 0)::int as reserved,
       ${available} as available,
       coalesce(jsonb_agg(jsonb_build_object('locationId', l.location_id, 'onHand', l.on_hand, 'reserved', l.reserved,
         'available', l.on_hand - l.reserved)) ${stocked}, '[]') as levels,
       json_build_object('limit', coalesce(r.backorder_limit, 0), 'expectedOn', r.expected_on,
         'left', coalesce(sum(l.on_hand - l.reserved) filter (where l.backorder), 0),
         'waiting', (select coalesce(sum(quantity), 0) from cart.backorder_waits w
           where w.variant_id = l.variant_id and w.quantity > 0)) as backorder,
       coalesce(cart.bundle_json(l.variant_id), '[]') as parts, r.low_below as "ownLowBelow", ${lowBelow} as "lowBelow"
     from cart.stock_levels l left join cart.stock_rules r on r.variant_id = l.variant_id
     where l.seller_id = $1::uuid and ($2::uuid is null or l.variant_id > $2) and ($3::uuid is null or l.location_id = $3 or l.backorder)
       and ($4::uuid[] is null or l.product_id = any($4))
     group by l.variant_id, r.variant_id
   ) s where $5 = 'all' or ${states} = $5
   order by 1 limit $6::int`,
);
const counts = statement(
  'cart.inventory-counts',
  `select count(*)::int as all, count(*) filter (where state = 'out')::int as out,
     count(*) filter (where state = 'low')::int as low, count(*) filter (where state = 'in')::int as in
   from (select ${states} as state from (
     select ${available} as available, ${lowBelow} as "lowBelow"
     from cart.stock_levels l left join cart.stock_rules r on r.variant_id = l.variant_id
     where l.seller_id = $1::uuid and ($2::uuid is null or l.location_id = $2) group by l.variant_id, r.variant_id) s) t`,
);
const movements = statement(
  'cart.stock-movements',
  `select m.id, l.name as "locationName", m.delta, m.reason, m.note, m.actor_id is not null as "byPerson", m.created_at as at
   from cart.stock_movements m join cart.stock_locations l on l.id = m.location_id and l.seller_id = $1::uuid and l.code <> 'backorder'
   where m.variant_id = $2::uuid and ($3::uuid is null or m.location_id = $3)
     and ($4::timestamptz is null or (m.created_at, m.id) < ($4, $5::uuid))
   order by m.created_at desc, m.id desc limit $6::int`,
);

export interface InventoryRow {
  variantId: string;
  productId: string;
  onHand: number;
  reserved: number;
  available: number;
  /** Of a bundle. */
  parts: { variantId: string; quantity: number }[];
  lowBelow: number;
  ownLowBelow: number | null;
  backorder: { limit: number; left: number; waiting: number; expectedOn: string | null };
  levels: { locationId: string; onHand: number; reserved: number; available: number }[];
}

export interface MovementRow {
  id: string;
  locationName: string;
  delta: number;
  reason: string;
  note: string;
  byPerson: boolean;
  at: Date;
}

export interface InventoryFilter {
  sellerId: string;
  after: string | null;
  locationId: string | null;
  productIds: readonly string[] | null;
  state: 'all' | 'out' | 'low' | 'in';
  limit: number;
}

export function createInventoryRepository(db: Database) {
  return {
    page: (filter: InventoryFilter) => {
      const { sellerId, after, locationId, productIds, state, limit } = filter;
      return db.sql.many<InventoryRow>(page, [sellerId, after, locationId, productIds, state, limit]);
    },
    counts: (sellerId: string, locationId: string | null) =>
      db.sql.one<{ all: number; out: number; low: number; in: number }>(counts, [sellerId, locationId]),
    movements: (input: {
      sellerId: string;
      variantId: string;
      locationId: string | null;
      after: { at: Date; id: string } | null;
      limit: number;
    }) => {
      const { sellerId, variantId, locationId, after, limit } = input;
      const values = [sellerId, variantId, locationId, after?.at ?? null, after?.id ?? null, limit];
      return db.sql.many<MovementRow>(movements, values);
    },
  };
}
export type InventoryRepository = ReturnType<typeof createInventoryRepository>;
