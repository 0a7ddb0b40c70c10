import { formatMoney, Notice } from '@mallhive/ui';
import { payoutMessages } from '../../../messages/payouts.ts';
import type { LedgerReport } from '../../../types.ts';
import { DataTable } from '../../table/DataTable.tsx';

const text = payoutMessages.ledger;
type Row = LedgerReport['accounts'][number];
type Side = 'debit' | 'credit';
const signs = { debit: 1, credit: -1 } as const;

/** What all accounts of a currency stand at on one side: both sides are the same when the books are right. */
function sumOf(accounts: readonly Row[], currency: Row['currency'], side: Side): number {
  const sides = accounts.filter((row) => row.currency === currency).map(({ amount }) => amount * signs[side]);
  return sides.reduce((sum, amount) => sum + Math.max(amount, 0), 0);
}

function nameOf({ account }: Row): string {
  const [kind = '', detail = ''] = account.split(':');
  return text.accounts[account] ?? text.accountOf(kind, detail);
}

/** What the check found: right, or where it first went wrong; then every account. */
export function LedgerAnswer({ report }: { report: LedgerReport }) {
  const { problem, accounts, transactions, entries, balances } = report;
  const say = ({ amount, currency }: Row, side: Side) =>
    amount * signs[side] > 0 ? formatMoney({ amount: Math.abs(amount), currency }) : '';
  const currencies = [...new Set(accounts.map(({ currency }) => currency))];
  return (
    <div className="grid gap-5">
      {problem ? (
        <Notice tone="danger" role="alert" title={text.wrong}>
          {text.problems[problem.problem] ?? problem.problem}{' '}
          {text.wrongText(
            problem.reference,
            problem.expected.toLocaleString('en-GB'),
            problem.found.toLocaleString('en-GB'),
          )}
          {problem.entryId ? <span className="mt-1 block break-all">{text.entry(problem.entryId)}</span> : null}
        </Notice>
      ) : (
        <Notice tone="positive" role="status" title={text.right}>
          {text.rightText(transactions, entries, balances)}
        </Notice>
      )}
      {accounts.length === 0 ? (
        <p className="text-ink-soft">{text.empty}</p>
      ) : (
        <>
          <DataTable
            caption={text.title}
            rows={accounts}
            rowKey={(row) => `${row.account} ${row.currency}`}
            rowName={nameOf}
            columns={[
              { key: 'account', label: text.account, render: nameOf },
              { key: 'debit', label: text.debit, align: 'end', render: (row) => say(row, 'debit') },
              { key: 'credit', label: text.credit, align: 'end', render: (row) => say(row, 'credit') },
            ]}
            card={(row) => (
              <p className="flex justify-between gap-3">
                <span>{nameOf(row)}</span>
                <span className="text-end tabular-nums">
                  <span className="block text-sm text-ink-soft">{row.amount > 0 ? text.debit : text.credit}</span>
                  {formatMoney({ amount: Math.abs(row.amount), currency: row.currency })}
                </span>
              </p>
            )}
          />
          <dl className="grid gap-3 rounded-tile border border-line bg-sunken px-5 py-4 sm:grid-cols-2">
            {currencies.flatMap((currency) =>
              (['debit', 'credit'] as const).map((side) => (
                <div key={`${currency} ${side}`} className="flex justify-between gap-4">
                  <dt>
                    {text.sum(currency)} <span className="text-ink-soft">{text[side]}</span>
                  </dt>
                  <dd className="font-semibold tabular-nums">
                    {formatMoney({ amount: sumOf(accounts, currency, side), currency })}
                  </dd>
                </div>
              )),
            )}
          </dl>
        </>
      )}
    </div>
  );
}
