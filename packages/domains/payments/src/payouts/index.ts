import type { Clock, Currency } from '@mallhive/kernel';
import type { Logger } from '@mallhive/observability';
import type { z } from 'zod';
import type { Database } from '../payment.repository.ts';
import type { PaymentProvider } from '../ports.ts';
import { createAccountRepository } from './account.repository.ts';
import { createAccounts } from './accounts.ts';
import { assertSeesMoney, type MoneyActor } from './actor.ts';
import { createAdministration } from './administration.ts';
import type { balanceOutput, fileOutput, payoutsInput, payoutsOutput, statementInput } from './contract.ts';
import { statementCsv } from './csv.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { payoutNotFound } from './errors.ts';
import { createHoldRepository } from './hold.repository.ts';
import { createPayoutRepository } from './payout.repository.ts';
import { payoutView } from './payout-view.ts';
import type { DocumentPrinter, SecretBox, SellerNames } from './ports.ts';
import { createRunPayouts } from './run-payouts.ts';
import { createSettingsRepository } from './settings.repository.ts';
import { createSettings } from './settings.ts';
import { createStatementRepository } from './statement.repository.ts';
import { statementDocument } from './statement-document.ts';
import { listStatements, readStatement } from './statements.ts';

export interface PayoutsOptions {
  db: Database;
  providers: readonly PaymentProvider[];
  secrets: SecretBox;
  names: SellerNames;
  print: DocumentPrinter;
  /** After delivery, until money can be paid out. */
  holdDays: number;
  clock: Clock;
  logger: Logger;
}

/** What sellers have earned: holds, balances, payouts, statements. Part of the facade of payments. */
export function createPayouts(options: PayoutsOptions) {
  const { db, names, print, holdDays, clock } = options;
  const holds = createHoldRepository(db);
  const payouts = createPayoutRepository(db);
  const settings = createSettingsRepository(db);
  const statements = createStatementRepository(db);
  const deps = { ...options, holds, payouts, settings, accounts: createAccountRepository(db) };
  const nameOf = async (sellerId: string) => (await names([sellerId])).get(sellerId) ?? '';
  return {
    ...createSettings(deps),
    ...createAccounts(deps),
    ...createAdministration(deps),
    ...createRunPayouts(deps),
    /** A sub-order arrived: its money is available `holdDays` later. Repeating is harmless. */
    noteDelivered: async (subOrderId: string): Promise<void> => {
      const at = clock.now();
      await holds.delivered(subOrderId, at, new Date(at.getTime() + holdDays * 86_400_000));
    },
    /** A dispute or return keeps a sub-order's money where it is: `return:<id>`. Money that was released stays released. */
    holdBack: async (subOrderId: string, cause: string): Promise<void> => {
      await holds.block(subOrderId, cause);
    },
    /** It is over. */
    letGo: async (subOrderId: string, cause: string): Promise<void> => {
      await holds.unblock(subOrderId, cause);
    },
    balance: async (actor: MoneyActor, sellerId: string): Promise<z.output<typeof balanceOutput>> => {
      assertSeesMoney(actor, sellerId);
      const [balances, releases] = await Promise.all([payouts.balances(sellerId), payouts.nextReleases(sellerId)]);
      const next = (currency: Currency) =>
        releases.find((release) => release.currency === currency)?.at.toISOString() ?? null;
      return { holdDays, balances: balances.map((balance) => ({ ...balance, nextRelease: next(balance.currency) })) };
    },
    payouts: async (
      actor: MoneyActor,
      { sellerId, cursor, limit }: z.output<typeof payoutsInput>,
    ): Promise<z.output<typeof payoutsOutput>> => {
      assertSeesMoney(actor, sellerId);
      const found = await payouts.ofSeller(sellerId, readCursor(cursor), limit + 1);
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return {
        items: items.map(payoutView),
        nextCursor: found.length > limit && last ? writeCursor({ at: last.plannedAt, id: last.id }) : null,
      };
    },
    statements: async (actor: MoneyActor, sellerId: string) => {
      assertSeesMoney(actor, sellerId);
      return { statements: await listStatements(statements, sellerId) };
    },
    statement: async (
      actor: MoneyActor,
      input: z.output<typeof statementInput>,
    ): Promise<z.output<typeof fileOutput>> => {
      assertSeesMoney(actor, input.sellerId);
      const { month, currency, format } = input;
      const statement = await readStatement(statements, { ...input, sellerName: await nameOf(input.sellerId) });
      if (!statement) throw payoutNotFound();
      const name = `statement-${month}-${currency.toLowerCase()}.${format}`;
      if (format === 'csv') {
        const base64 = Buffer.from(statementCsv(statement)).toString('base64');
        return { name, type: 'text/csv; charset=utf-8', base64 };
      }
      const bytes = await print(statementDocument(statement));
      return { name, type: 'application/pdf', base64: Buffer.from(bytes).toString('base64') };
    },
    /** Account numbers of sellers, for the rotation of the keys that they are sealed with. */
    seals: { old: settings.oldSeals, replace: settings.replaceSeals, keys: settings.sealKeys },
  };
}
