import { appendAudit, type Database, type SqlTransaction, statement, withSqlTransaction } from '@mallhive/db';
import { type AuditEntry, newId } from '@mallhive/kernel';
import type { Band, Offer } from './rates.ts';

export type { Database } from '@mallhive/db';

/** All rules as one document, as the database keeps them. */
export interface RulesDocument {
  version: number;
  taxClasses: { code: string; name: string }[];
  taxZones: {
    id: string;
    version: number;
    name: string;
    pricesIncludeTax: boolean;
    countries: string[];
    rates: { taxClass: string; validFrom: string; basisPoints: number }[];
  }[];
  shippingZones: { id: string; version: number; name: string; elsewhere: boolean; countries: string[] }[];
  offers: StoredOffer[];
}
export interface StoredOffer extends Offer {
  id: string;
  zoneId: string;
  sellerId: string | null;
  version: number;
}

const version = statement('payments.rates-version', 'select version from payments.rates_state');
const lock = statement('payments.lock-rates', 'select version from payments.rates_state for update');
const read = statement('payments.rates', 'select payments.rates_json() as doc');
const bump = statement('payments.bump-rates', 'update payments.rates_state set version = version + 1');
const saveTaxZone = statement(
  'payments.save-tax-zone',
  `with zone as (
     insert into payments.tax_zones (id, name, prices_include_tax, updated_at)
     values ($1::uuid, $2, $3::boolean, $4::timestamptz)
     on conflict (id) do update set name = excluded.name, prices_include_tax = excluded.prices_include_tax,
       version = tax_zones.version + 1, updated_at = excluded.updated_at
     returning id
   ),
   places as (insert into payments.tax_zone_countries (country, zone_id) select c, zone.id from zone, unnest($5::text[]) c)
   insert into payments.tax_rates (zone_id, tax_class, valid_from, basis_points)
   select zone.id, r."taxClass", r."validFrom", r."basisPoints"
   from zone, jsonb_to_recordset($6::jsonb) as r("taxClass" text, "validFrom" date, "basisPoints" int)`,
);
const saveTaxClass = statement(
  'payments.save-tax-class',
  `insert into payments.tax_classes (code, name, position)
   values ($1, $2, (select coalesce(max(position), -1) + 1 from payments.tax_classes))
   on conflict (code) do update set name = excluded.name`,
);
const clear = {
  taxCountries: statement(
    'payments.clear-tax-countries',
    'delete from payments.tax_zone_countries where zone_id = $1::uuid',
  ),
  taxRates: statement('payments.clear-tax-rates', 'delete from payments.tax_rates where zone_id = $1::uuid'),
  places: statement('payments.clear-places', 'delete from payments.shipping_zone_countries where zone_id = $1::uuid'),
  offers: statement('payments.delete-offers', 'delete from payments.shipping_offers where id = any($1::uuid[])'),
  bands: statement('payments.clear-bands', 'delete from payments.shipping_bands where offer_id = any($1::uuid[])'),
  taxZone: statement('payments.delete-tax-zone', 'delete from payments.tax_zones where id = $1::uuid'),
  shippingZone: statement('payments.delete-shipping-zone', 'delete from payments.shipping_zones where id = $1::uuid'),
};
const saveShippingZone = statement(
  'payments.save-shipping-zone',
  `with zone as (
     insert into payments.shipping_zones (id, name, elsewhere, position, updated_at)
     values ($1::uuid, $2, $3::boolean, (select coalesce(max(position), -1) + 1 from payments.shipping_zones), $4::timestamptz)
     on conflict (id) do update set name = excluded.name, elsewhere = excluded.elsewhere,
       version = shipping_zones.version + 1, updated_at = excluded.updated_at
     returning id
   )
   insert into payments.shipping_zone_countries (country, zone_id) select c, zone.id from zone, unnest($5::text[]) c`,
);
const saveOffers = statement(
  'payments.save-offers',
  `with given as (
     select * from jsonb_to_recordset($1::jsonb) as o(id uuid, "zoneId" uuid, "sellerId" uuid, method text, offered boolean,
       "minimumDays" int, "maximumDays" int, "freeFrom" jsonb, bands jsonb)
   ),
   saved as (
     insert into payments.shipping_offers (id, zone_id, seller_id, method, offered, minimum_days, maximum_days, free_from, updated_at)
     select id, "zoneId", "sellerId", method, offered, "minimumDays", "maximumDays", "freeFrom", $2::timestamptz from given
     on conflict (id) do update set offered = excluded.offered, minimum_days = excluded.minimum_days,
       maximum_days = excluded.maximum_days, free_from = excluded.free_from, version = shipping_offers.version + 1,
       updated_at = excluded.updated_at
     returning id
   )
   insert into payments.shipping_bands (id, offer_id, up_to_grams, prices)
   select gen_random_uuid(), saved.id, b."upToGrams", b.prices
   from saved join given using (id), jsonb_to_recordset(given.bands) as b("upToGrams" int, prices jsonb)`,
);

export interface WrittenOffer {
  /** Of the one that is changed; null for a new one. */
  id: string | null;
  zoneId: string;
  sellerId: string | null;
  offer: Omit<Offer, 'bands'> & { bands: readonly Band[] };
}

/** The rules while nobody else changes them. */
export interface RulesEditor {
  rules: RulesDocument;
  saveTaxZone(zone: RulesDocument['taxZones'][number], now: Date): Promise<void>;
  saveTaxClass(code: string, name: string): Promise<void>;
  deleteTaxZone(id: string): Promise<void>;
  saveShippingZone(zone: RulesDocument['shippingZones'][number], now: Date): Promise<void>;
  deleteShippingZone(id: string): Promise<void>;
  saveOffers(offers: readonly WrittenOffer[], now: Date): Promise<void>;
  deleteOffers(ids: readonly string[]): Promise<void>;
  audit(entry: AuditEntry): Promise<void>;
}

function editor(tx: SqlTransaction, rules: RulesDocument): RulesEditor {
  const run = (what: (typeof clear)[keyof typeof clear], id: string | readonly string[]) => tx.sql.execute(what, [id]);
  return {
    rules,
    async saveTaxZone({ id, name, pricesIncludeTax, countries, rates }, now) {
      await run(clear.taxCountries, id);
      await run(clear.taxRates, id);
      await tx.sql.execute(saveTaxZone, [id, name, pricesIncludeTax, now, countries, JSON.stringify(rates)]);
    },
    async saveTaxClass(code, name) {
      await tx.sql.execute(saveTaxClass, [code, name]);
    },
    async deleteTaxZone(id) {
      await run(clear.taxZone, id);
    },
    async saveShippingZone({ id, name, elsewhere, countries }, now) {
      await run(clear.places, id);
      await tx.sql.execute(saveShippingZone, [id, name, elsewhere, now, countries]);
    },
    async deleteShippingZone(id) {
      await run(clear.shippingZone, id);
    },
    async saveOffers(offers, now) {
      const rows = offers.map(({ id, zoneId, sellerId, offer }) => ({ ...offer, id: id ?? newId(), zoneId, sellerId }));
      await run(
        clear.bands,
        offers.flatMap(({ id }) => id ?? []),
      );
      await tx.sql.execute(saveOffers, [JSON.stringify(rows), now]);
    },
    async deleteOffers(ids) {
      if (ids.length > 0) await run(clear.offers, ids);
    },
    audit: (entry) => appendAudit(tx, 'payments', [entry]),
  };
}

export function createRatesRepository(db: Database) {
  return {
    version: async () => (await db.sql.one<{ version: number }>(version)).version,
    read: async () => (await db.sql.one<{ doc: RulesDocument }>(read)).doc,
    /** One writer at a time, whatever they change: what was checked holds when it is written. */
    edit<Value>(work: (editor: RulesEditor) => Promise<Value>): Promise<Value> {
      return withSqlTransaction(db, async (tx) => {
        await tx.sql.one(lock);
        const { doc } = await tx.sql.one<{ doc: RulesDocument }>(read);
        const value = await work(editor(tx, doc));
        await tx.sql.execute(bump);
        return value;
      });
    },
  };
}
export type RatesRepository = ReturnType<typeof createRatesRepository>;
