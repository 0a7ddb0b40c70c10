import { type AuditActor, appendAudit, appendEvents, type Database, statement, withSqlTransaction } from '@mallhive/db';
import { stockLow } from '../events.ts';
import { defaultLowBelow } from './contract.ts';

const watch = statement('cart.watch-stock', 'select cart.watch_stock($1::timestamptz) as low');
const settings = statement(
  'cart.stock-settings',
  'select low_below as "lowBelow" from cart.stock_settings where seller_id = $1::uuid',
);
const saveSettings = statement(
  'cart.save-stock-settings',
  `with before as (select low_below from cart.stock_settings where seller_id = $1::uuid)
   insert into cart.stock_settings (seller_id, low_below) values ($1::uuid, $2::int)
   on conflict (seller_id) do update set low_below = excluded.low_below
   returning (select low_below from before) as before`,
);
const saveRule = statement(
  'cart.save-stock-rule',
  `with before as (select low_below from cart.stock_rules where variant_id = $2::uuid)
   insert into cart.stock_rules as rule (variant_id, seller_id, low_below, updated_at)
   values ($2::uuid, $1::uuid, $3::int, $4::timestamptz)
   on conflict (variant_id) do update set low_below = excluded.low_below, updated_at = excluded.updated_at
     where rule.seller_id = excluded.seller_id
   returning (select low_below from before) as before`,
);

interface LowVariant {
  sellerId: string;
  variantId: string;
  productId: string;
  available: number;
  lowBelow: number;
}

/** One mail, one event: a seller whose whole shop runs low gets several. */
const mostInOneEvent = 100;

function* alertsOf(low: readonly LowVariant[]) {
  for (const [sellerId, own] of Map.groupBy(low, (variant) => variant.sellerId)) {
    for (let start = 0; start < own.length; start += mostInOneEvent) {
      const part = own.slice(start, start + mostInOneEvent);
      yield {
        sellerId,
        variants: part.map(({ variantId, productId, available, lowBelow }) => ({
          variantId,
          productId,
          available,
          lowBelow,
        })),
      };
    }
  }
}

export function createAlertRepository(db: Database) {
  return {
    /** Tells of what went low since the last look. Answers how many variants. */
    watch: (now: Date): Promise<number> =>
      withSqlTransaction(db, async (tx) => {
        const { low } = await tx.sql.one<{ low: LowVariant[] }>(watch, [now]);
        const events = [...alertsOf(low)].map((alert) => stockLow.create(alert, now));
        await appendEvents(tx, 'cart', events);
        return low.length;
      }),

    async settings(sellerId: string): Promise<{ lowBelow: number }> {
      const [own] = await db.sql.many<{ lowBelow: number }>(settings, [sellerId]);
      return own ?? { lowBelow: defaultLowBelow };
    },

    saveSettings: (input: { sellerId: string; lowBelow: number; actor: AuditActor; now: Date }) =>
      withSqlTransaction(db, async (tx) => {
        const { sellerId, lowBelow, actor, now } = input;
        const { before } = await tx.sql.one<{ before: number | null }>(saveSettings, [sellerId, lowBelow]);
        if (before === lowBelow) return;
        await appendAudit(tx, 'cart', [
          {
            actor,
            sellerId,
            action: 'stock.settings',
            objectType: 'seller',
            objectId: sellerId,
            changes: { lowBelow: [before, lowBelow] },
            at: now,
          },
        ]);
      }),

    saveRule: (input: { sellerId: string; variantId: string; lowBelow: number | null; actor: AuditActor; now: Date }) =>
      withSqlTransaction(db, async (tx) => {
        const { sellerId, variantId, lowBelow, actor, now } = input;
        const [written] = await tx.sql.many<{ before: number | null }>(saveRule, [sellerId, variantId, lowBelow, now]);
        if (!written || written.before === lowBelow) return;
        await appendAudit(tx, 'cart', [
          {
            actor,
            sellerId,
            action: 'stock.rule',
            objectType: 'variant',
            objectId: variantId,
            changes: { lowBelow: [written.before, lowBelow] },
            at: now,
          },
        ]);
      }),
  };
}
export type AlertRepository = ReturnType<typeof createAlertRepository>;
