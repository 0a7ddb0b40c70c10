import { type Clock, type Currency, formatMoney } from '@mallhive/kernel';
import type { z } from 'zod';
import { asAdministrator, assertAdministrator, type MoneyActor } from './actor.ts';
import type { allPayoutsInput, allPayoutsOutput, settlePayoutInput } from './contract.ts';
import { bankFileCsv } from './csv.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { openDestination } from './destination.ts';
import { nothingPlanned, payoutNotFound, payoutSettled } from './errors.ts';
import type { Payout, PayoutRepository } from './payout.repository.ts';
import { payoutView } from './payout-view.ts';
import type { SecretBox, SellerNames } from './ports.ts';

interface AdministrationDeps {
  payouts: PayoutRepository;
  secrets: SecretBox;
  names: SellerNames;
  clock: Clock;
}

/** Payouts as administrators work with them: files for the bank, and what the bank said. */
export function createAdministration({ payouts, secrets, names, clock }: AdministrationDeps) {
  const auditOf =
    (actor: MoneyActor, action: string, objectType: string, at: Date) =>
    (objectId: string, sellerId: string | null) => ({
      ...{ actor: asAdministrator(actor), sellerId, action, objectType, objectId },
      at,
    });
  return {
    allPayouts: async (
      actor: MoneyActor,
      { status, cursor, limit }: z.output<typeof allPayoutsInput>,
    ): Promise<z.output<typeof allPayoutsOutput>> => {
      assertAdministrator(actor);
      const found = await payouts.list(status ?? null, readCursor(cursor), limit + 1);
      const items = found.slice(0, limit);
      const [called, counted] = await Promise.all([
        names([...new Set(items.map(({ sellerId }) => sellerId))]),
        payouts.counts(),
      ]);
      const count = (of: Payout['status']) =>
        counted.reduce((sum, row) => sum + (row.status === of ? row.count : 0), 0);
      const last = items.at(-1);
      return {
        items: items.map((payout) => ({ ...payoutView(payout), sellerName: called.get(payout.sellerId) ?? null })),
        nextCursor: found.length > limit && last ? writeCursor({ at: last.plannedAt, id: last.id }) : null,
        counts: { planned: count('planned'), sent: count('sent'), paid: count('paid'), failed: count('failed') },
        planned: counted
          .filter((row) => row.status === 'planned' && row.byFile)
          .map(({ currency, count, amount }) => ({ currency, count, amount })),
      };
    },
    requestPayouts: async (actor: MoneyActor): Promise<{ done: true }> => {
      assertAdministrator(actor);
      const audit = auditOf(actor, 'payouts.request', 'payouts', clock.now());
      await payouts.request(actor.id, audit('all', null));
      return { done: true };
    },
    createPayoutFile: async (actor: MoneyActor, currency: Currency): Promise<{ fileId: string }> => {
      assertAdministrator(actor);
      const at = clock.now();
      const audit = auditOf(actor, 'payout_file.create', 'payout_file', at);
      const file = await payouts.fileAway(currency, actor.id, at, ({ id, count, amount }) => ({
        ...audit(id, null),
        changes: { payouts: [null, count], amount: [null, formatMoney({ amount, currency })] },
      }));
      if (!file) throw nothingPlanned();
      return { fileId: file.id };
    },
    payoutFiles: async (actor: MoneyActor) => {
      assertAdministrator(actor);
      return { files: (await payouts.files()).map((file) => ({ ...file, createdAt: file.createdAt.toISOString() })) };
    },
    payoutFile: async (actor: MoneyActor, fileId: string) => {
      assertAdministrator(actor);
      const audit = auditOf(actor, 'payout_file.read', 'payout_file', clock.now());
      const found = await payouts.readFile(fileId, audit(fileId, null));
      const [first] = found;
      if (!first) throw payoutNotFound();
      const rows = await Promise.all(
        found.map(async ({ id, amount, currency, destination }) => {
          const to = await openDestination(secrets, destination);
          const { holder, iban, bic } = to.kind === 'bank' ? to : { holder: '', iban: '', bic: '' };
          return { id, holder, iban, bic, amount, currency, remittance: `MallHive payout ${id.slice(0, 8)}` };
        }),
      );
      const name = `payouts-${first.currency.toLowerCase()}-${fileId.slice(-8)}.csv`;
      return { name, type: 'text/csv; charset=utf-8', base64: Buffer.from(bankFileCsv(rows)).toString('base64') };
    },
    settlePayout: async (
      actor: MoneyActor,
      input: z.output<typeof settlePayoutInput>,
    ): Promise<{ settled: number }> => {
      assertAdministrator(actor);
      const { payoutId, outcome, reason } = input;
      const at = clock.now();
      const failure = outcome === 'failed' ? reason || 'returned' : null;
      const audit = auditOf(actor, outcome === 'paid' ? 'payout.pay' : 'payout.fail', 'payout', at);
      let found = false;
      const settled = await payouts.end(
        { payoutId },
        { status: outcome, failure, at },
        (payout) => {
          found = true;
          // By file: what has left, or what will not leave. What a provider transfers is for the provider to say.
          return (
            payout.method === 'file' &&
            (payout.status === 'sent' || (payout.status === 'planned' && outcome === 'failed'))
          );
        },
        (ended) =>
          ended.map(({ id, sellerId, amount }) => ({ ...audit(id, sellerId), changes: { amount: [null, amount] } })),
      );
      if (!found) throw payoutNotFound();
      if (settled.length === 0) throw payoutSettled();
      return { settled: settled.length };
    },
    settlePayoutFile: async (actor: MoneyActor, fileId: string): Promise<{ settled: number }> => {
      assertAdministrator(actor);
      const at = clock.now();
      const audit = auditOf(actor, 'payout.pay', 'payout', at);
      const settled = await payouts.end(
        { fileId },
        { status: 'paid', failure: null, at },
        () => true,
        (ended) =>
          ended.map(({ id, sellerId, amount }) => ({ ...audit(id, sellerId), changes: { amount: [null, amount] } })),
      );
      if (settled.length === 0) throw payoutNotFound();
      return { settled: settled.length };
    },
  };
}
