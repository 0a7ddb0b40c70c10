import type { Currency } from '@mallhive/kernel';
import type {
  CheckedEntry,
  CheckedTransaction,
  CheckReader,
  CheckRepository,
  KeptBalance,
} from './check.repository.ts';

/** What is wrong, and where it is seen first. */
export interface LedgerProblem {
  problem:
    | 'out_of_balance'
    | 'empty'
    | 'capture_differs'
    | 'capture_missing'
    | 'refund_differs'
    | 'refund_missing'
    | 'refunds_exceed'
    | 'payout_differs'
    | 'balance_differs'
    | 'move_missing'
    | 'kept_balance_differs'
    | 'holds_differ'
    | 'instruments_differ';
  /** The transaction, or the payment, refund or balance that lacks one. */
  reference: string;
  entryId: string | null;
  expected: number;
  found: number;
}

export interface LedgerReport {
  transactions: number;
  entries: number;
  balances: number;
  /** Sums by account and currency in the sense of the ledger: debit positive. Sellers' accounts as one each. */
  accounts: { account: string; currency: Currency; amount: number }[];
  /** Null: the books are right. */
  problem: LedgerProblem | null;
}

const pageSize = 2_000;
const beginning = '00000000-0000-0000-0000-000000000000';
const isSellers = ({ account }: CheckedEntry) => account.startsWith('seller:') || account.startsWith('seller_hold:');
/** What a shopper paid with, or gets back. */
const isMoney = (account: string) =>
  account.startsWith('provider:') || account === 'gift_cards' || account === 'store_credit';
const isHold = (account: string) => account.startsWith('seller_hold:');

interface Kept {
  moves: number;
  held: number;
  available: number;
}

/** What the entries of one seller add up to, booking by booking. Bookings may have been begun in another order than they were written in. */
class SellerBooks {
  readonly sums = new Map<string, Kept>();
  readonly #waiting = new Map<string, Map<number, { reference: string; entries: CheckedEntry[] }>>();

  take(key: string, move: number, reference: string, entries: CheckedEntry[]): LedgerProblem | null {
    const waiting = this.#waiting.get(key) ?? new Map();
    this.#waiting.set(key, waiting);
    waiting.set(move, { reference, entries });
    const sum = this.sums.get(key) ?? { moves: 0, held: 0, available: 0 };
    this.sums.set(key, sum);
    for (let next = waiting.get(sum.moves + 1); next; next = waiting.get(sum.moves + 1)) {
      waiting.delete(sum.moves + 1);
      sum.moves += 1;
      for (const { account, amount } of next.entries) {
        if (isHold(account)) sum.held -= amount;
        else sum.available -= amount;
      }
      for (const { id, account, balanceAfter } of next.entries as CheckedEntry[]) {
        const expected = 0 - (isHold(account) ? sum.held : sum.available);
        if (balanceAfter !== expected) {
          return {
            problem: 'balance_differs',
            reference: next.reference,
            entryId: id,
            expected,
            found: balanceAfter ?? 0,
          };
        }
      }
    }
    return null;
  }

  /** A booking that never came although later ones did. */
  missing(): LedgerProblem | null {
    for (const [key, waiting] of this.#waiting) {
      const [first] = [...waiting.entries()].sort(([a], [b]) => a - b);
      if (!first) continue;
      const [found, { reference, entries }] = first;
      const expected = (this.sums.get(key)?.moves ?? 0) + 1;
      return { problem: 'move_missing', reference, entryId: entries[0]?.id ?? null, expected, found };
    }
    return null;
  }
}

function transactionProblem(transaction: CheckedTransaction, refunded: Map<string, number>): LedgerProblem | null {
  const { reference, kind, entries, payment, source } = transaction;
  const say = (
    problem: LedgerProblem['problem'],
    expected: number,
    found: number,
    entry?: CheckedEntry,
  ): LedgerProblem => ({
    problem,
    reference,
    entryId: entry?.id ?? entries[0]?.id ?? null,
    expected,
    found,
  });
  if (entries.length === 0) return say('empty', 2, 0);
  let sum = 0;
  for (const { amount } of entries) sum += amount;
  if (sum !== 0) return say('out_of_balance', 0, sum, entries.at(-1));
  const moved = entries.filter(({ account }) => isMoney(account));
  const money =
    moved.length > 0
      ? ({ ...moved[0], amount: moved.reduce((all, { amount }) => all + amount, 0) } as CheckedEntry)
      : undefined;
  if (kind === 'capture') {
    const wanted = payment?.currency === transaction.currency ? payment.amount : 0;
    if (money?.amount !== wanted) return say('capture_differs', wanted, money?.amount ?? 0, money);
  }
  if (kind === 'refund') {
    // One that was lost later was sent all the same; `refund_lost` takes it back.
    const wanted = source?.status === 'succeeded' || source?.status === 'lost' ? source.amount : 0;
    if (-(money?.amount ?? 0) !== wanted) return say('refund_differs', wanted, -(money?.amount ?? 0), money);
    if (!payment) return say('refund_differs', 0, wanted, money);
    const all = (refunded.get(payment.id) ?? 0) + wanted;
    refunded.set(payment.id, all);
    if (all > payment.amount) return say('refunds_exceed', payment.amount, all, money);
  }
  if (kind === 'refund_lost') {
    const wanted = source?.status === 'lost' ? source.amount : 0;
    if (money?.amount !== wanted || !payment) return say('refund_differs', wanted, money?.amount ?? 0, money);
    refunded.set(payment.id, (refunded.get(payment.id) ?? 0) - wanted);
  }
  if (kind === 'payout' || kind === 'payout_failed') {
    const found = entries.find(({ account }) => account === 'payouts');
    const right = kind === 'payout' || source?.status === 'failed';
    const wanted = source && right ? (kind === 'payout' ? -source.amount : source.amount) : 0;
    if (found?.amount !== wanted) return say('payout_differs', wanted, found?.amount ?? 0, found);
  }
  return null;
}

function balanceProblem(kept: KeptBalance, sum: Kept | undefined): LedgerProblem | null {
  const { held, available, moves } = sum ?? { held: 0, available: 0, moves: 0 };
  const reference = `balance of seller ${kept.sellerId} in ${kept.currency}`;
  const differs = [
    [held, kept.held],
    [available, kept.available],
    [moves, kept.moves],
  ].find(([expected, found]) => expected !== found);
  if (differs) {
    const [expected = 0, found = 0] = differs;
    return { problem: 'kept_balance_differs', reference, entryId: null, expected, found };
  }
  if (kept.holds === kept.held) return null;
  return { problem: 'holds_differ', reference, entryId: null, expected: kept.held, found: kept.holds };
}

/** Reads all books once, in the order in which the transactions were begun, and stops at the first thing that is wrong. */
export function checkLedger(
  check: CheckRepository,
  onProgress: (transactions: number) => void = () => undefined,
): Promise<LedgerReport> {
  return check.atOneMoment(async (books) => {
    const report: LedgerReport = { transactions: 0, entries: 0, balances: 0, accounts: [], problem: null };
    const sums = new Map<string, LedgerReport['accounts'][number]>();
    report.problem = await read(books, report, sums, onProgress);
    report.accounts = [...sums.values()].sort((a, b) => (a.account + a.currency < b.account + b.currency ? -1 : 1));
    return report;
  });
}

async function read(
  books: CheckReader,
  report: LedgerReport,
  sums: Map<string, LedgerReport['accounts'][number]>,
  onProgress: (transactions: number) => void,
): Promise<LedgerProblem | null> {
  const sellers = new SellerBooks();
  const refunded = new Map<string, number>();
  for (let after = beginning, more = true; more; ) {
    const page = await books.page(after, pageSize);
    for (const transaction of page) {
      report.transactions += 1;
      report.entries += transaction.entries.length;
      const problem = transactionProblem(transaction, refunded) ?? sellersProblem(transaction, sellers);
      if (problem) return problem;
      addUp(transaction, sums);
    }
    onProgress(report.transactions);
    more = page.length === pageSize;
    after = page.at(-1)?.id ?? after;
  }
  const lacking = sellers.missing();
  if (lacking) return lacking;
  const uncaptured = await books.uncaptured();
  if (uncaptured) {
    const { id, amount } = uncaptured;
    return { problem: 'capture_missing', reference: `payment ${id}`, entryId: null, expected: amount, found: 0 };
  }
  const unrefunded = await books.unrefunded();
  if (unrefunded) {
    return { problem: 'refund_missing', reference: `refund ${unrefunded.id}`, entryId: null, expected: 1, found: 0 };
  }
  const instruments = await books.instruments();
  for (const { account, currency, balance, moved } of instruments) {
    const expected = 0 - (sums.get(`${account} ${currency}`)?.amount ?? 0);
    const found = balance === expected ? moved : balance;
    if (found === expected) continue;
    return { problem: 'instruments_differ', reference: `${account} in ${currency}`, entryId: null, expected, found };
  }
  const kept = await books.balances();
  report.balances = kept.length;
  for (const balance of kept) {
    const key = `${balance.sellerId}:${balance.currency}`;
    const problem = balanceProblem(balance, sellers.sums.get(key));
    if (problem) return problem;
    sellers.sums.delete(key);
  }
  for (const [key, { held, available }] of sellers.sums) {
    const found = 0;
    return {
      problem: 'kept_balance_differs',
      reference: `balance of seller ${key}`,
      entryId: null,
      expected: held + available,
      found,
    };
  }
  return null;
}

function sellersProblem(transaction: CheckedTransaction, sellers: SellerBooks): LedgerProblem | null {
  const bySeller = Map.groupBy(transaction.entries.filter(isSellers), ({ sellerId }) => sellerId ?? '');
  for (const [sellerId, entries] of bySeller) {
    const move = entries[0]?.move ?? 0;
    const problem = sellers.take(`${sellerId}:${transaction.currency}`, move, transaction.reference, entries);
    if (problem) return problem;
  }
  return null;
}

function addUp({ entries, currency }: CheckedTransaction, sums: Map<string, LedgerReport['accounts'][number]>): void {
  for (const entry of entries) {
    const account = isSellers(entry) ? (entry.account.split(':')[0] ?? '') : entry.account;
    const key = `${account} ${currency}`;
    const sum = sums.get(key) ?? { account, currency, amount: 0 };
    sum.amount += entry.amount;
    sums.set(key, sum);
  }
}
