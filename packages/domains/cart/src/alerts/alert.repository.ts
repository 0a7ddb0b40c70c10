import { type AuditActor, appendAudit, appendEvents, type Database, statement, withSqlTransaction } from '@mallhive/db';
import { newId } from '@mallhive/kernel';
import { stockNotFound, stockOfBundle } from '../errors.ts';
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
  'select cart.save_rule($1::uuid, $2::uuid, $3::uuid, $4::int, $5::int, $6::date, $7::timestamptz, $8::uuid) as before',
);

interface StockRule {
  lowBelow: number | null;
  backorderLimit: number;
  /** A day. */
  expectedOn: string | null;
}
const ruleFields = ['lowBelow', 'backorderLimit', 'expectedOn'] as const;

interface RuleChange extends StockRule {
  sellerId: string;
  variantId: string;
  productId: string;
  actor: AuditActor;
  now: Date;
}

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

    /** Throws `stock_not_found` when the stock is another seller's. */
    saveRule: (input: RuleChange): Promise<void> =>
      withSqlTransaction(db, async (tx) => {
        const { sellerId, variantId, productId, lowBelow, backorderLimit, expectedOn, actor, now } = input;
        const values = [sellerId, variantId, productId, lowBelow, backorderLimit, expectedOn, now, newId()];
        const { before } = await tx.sql.one<{ before: StockRule | { bundle: true } | null }>(saveRule, values);
        // Thrown in here, so that nothing stays of what was made for it.
        if (!before) throw stockNotFound();
        if ('bundle' in before) throw stockOfBundle();
        const after: StockRule = { lowBelow, backorderLimit, expectedOn };
        const changes = Object.fromEntries(
          ruleFields.flatMap((field) =>
            before[field] === after[field] ? [] : [[field, [before[field], after[field]] as const]],
          ),
        );
        if (Object.keys(changes).length > 0) {
          await appendAudit(tx, 'cart', [
            { actor, sellerId, action: 'stock.rule', objectType: 'variant', objectId: variantId, changes, at: now },
          ]);
        }
      }),
  };
}
export type AlertRepository = ReturnType<typeof createAlertRepository>;
