import { type Database, statement } from '@mallhive/db';

const inState = (available: string, state: string) =>
  `case ${state} when 'out' then ${available} <= 0 when 'low' then ${available} between 1 and $LOW - 1
   when 'in' then ${available} >= $LOW else true end`;

const page = statement(
  'cart.inventory',
  `select variant_id as "variantId", (array_agg(product_id))[1] as "productId", sum(on_hand)::int as "onHand",
     sum(reserved)::int as reserved,
     jsonb_agg(jsonb_build_object('locationId', location_id, 'onHand', on_hand, 'reserved', reserved,
       'available', on_hand - reserved)) as levels
   from cart.stock_levels
   where seller_id = $1::uuid and ($2::uuid is null or variant_id > $2) and ($3::uuid is null or location_id = $3)
     and ($4::uuid[] is null or product_id = any($4))
   group by variant_id having ${inState('sum(on_hand - reserved)', '$5').replaceAll('$LOW', '$6::int')}
   order by variant_id limit $7::int`,
);
const counts = statement(
  'cart.inventory-counts',
  `select count(*)::int as all, count(*) filter (where available <= 0)::int as out,
     count(*) filter (where available between 1 and $3::int - 1)::int as low,
     count(*) filter (where available >= $3::int)::int as in
   from (select sum(on_hand - reserved) as available from cart.stock_levels
     where seller_id = $1::uuid and ($2::uuid is null or location_id = $2) group by variant_id) s`,
);
const movements = statement(
  'cart.stock-movements',
  `select m.id, l.name as "locationName", m.delta, m.reason, m.note, m.actor_id is not null as "byPerson", m.created_at as at
   from cart.stock_movements m join cart.stock_locations l on l.id = m.location_id and l.seller_id = $1::uuid
   where m.variant_id = $2::uuid and ($3::uuid is null or m.location_id = $3)
     and ($4::timestamptz is null or (m.created_at, m.id) < ($4, $5::uuid))
   order by m.created_at desc, m.id desc limit $6::int`,
);

export interface InventoryRow {
  variantId: string;
  productId: string;
  onHand: number;
  reserved: number;
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
  lowBelow: number;
  limit: number;
}

export function createInventoryRepository(db: Database) {
  return {
    page: (filter: InventoryFilter) => {
      const { sellerId, after, locationId, productIds, state, lowBelow, limit } = filter;
      return db.sql.many<InventoryRow>(page, [sellerId, after, locationId, productIds, state, lowBelow, limit]);
    },
    counts: (sellerId: string, locationId: string | null, lowBelow: number) =>
      db.sql.one<{ all: number; out: number; low: number; in: number }>(counts, [sellerId, locationId, lowBelow]),
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
