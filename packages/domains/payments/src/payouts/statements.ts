import type { Currency } from '@mallhive/kernel';
import type { StatementRepository, StatementRow } from './statement.repository.ts';

/** A month of a seller's books in one currency: what it began with, what happened, what it ended with. */
export interface Statement {
  month: string;
  currency: Currency;
  sellerName: string;
  opening: number;
  rows: StatementRow[];
  closing: number;
}

export interface MonthSummary {
  month: string;
  currency: Currency;
  opening: number;
  earned: number;
  paidOut: number;
  closing: number;
}

/** Newest first; months in which nothing happened have none. */
export async function listStatements(repository: StatementRepository, sellerId: string): Promise<MonthSummary[]> {
  const balance = new Map<Currency, number>();
  const summaries = (await repository.months(sellerId)).map(({ month, currency, earned, paidOut }) => {
    const opening = balance.get(currency) ?? 0;
    const closing = opening + earned - paidOut;
    balance.set(currency, closing);
    return { month, currency, opening, earned, paidOut, closing };
  });
  return summaries.sort((a, b) =>
    a.month === b.month ? (a.currency < b.currency ? -1 : 1) : a.month < b.month ? 1 : -1,
  );
}

/** Null when nothing happened in the month. */
export async function readStatement(
  repository: StatementRepository,
  {
    sellerId,
    sellerName,
    month,
    currency,
  }: { sellerId: string; sellerName: string; month: string; currency: Currency },
): Promise<Statement | null> {
  const summary = (await listStatements(repository, sellerId)).find(
    (candidate) => candidate.month === month && candidate.currency === currency,
  );
  if (!summary) return null;
  const from = new Date(`${month}-01T00:00:00Z`);
  const to = new Date(from);
  to.setUTCMonth(to.getUTCMonth() + 1);
  const rows = await repository.rows(sellerId, currency, from, to);
  return { month, currency, sellerName, opening: summary.opening, rows, closing: summary.closing };
}

/** What the columns add up to. */
export function totalsOf(rows: readonly StatementRow[]) {
  const add = (field: 'gross' | 'promotion' | 'tax' | 'commission' | 'net') =>
    rows.reduce((sum, row) => sum + row[field], 0);
  return {
    gross: add('gross'),
    promotion: add('promotion'),
    tax: add('tax'),
    commission: add('commission'),
    net: add('net'),
  };
}
