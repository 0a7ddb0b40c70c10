-- Rules of the sellers' money: balances, holds, commission, payouts.

alter table payments.seller_balances
  -- What waits is a sum of holds, and none of them is below zero. Available may be: refunds take what was paid out already.
  add constraint seller_balances_held check (held >= 0);

alter table payments.seller_holds
  add constraint seller_holds_amount check (amount >= 0),
  add constraint seller_holds_released check (released_at is null or amount = 0);
create index seller_holds_due on payments.seller_holds (release_at) where released_at is null and causes = '{}';

alter table payments.ledger_entries
  add constraint ledger_entries_seller check (
    (account not like 'seller:%' and account not like 'seller\_hold:%' and move is null and balance_after is null)
    or (seller_id is not null and split_part(account, ':', 2) = seller_id::text and move is not null and balance_after is not null)
  );
create unique index ledger_entries_moves on payments.ledger_entries (account, move, transaction_id, sub_order_id) nulls not distinct
  where move is not null;

alter table payments.commission_rules
  add constraint commission_rules_share check (basis_points between 0 and 10000),
  add constraint commission_rules_time check (valid_until is null or valid_until >= valid_from);
create unique index commission_rules_one on payments.commission_rules (seller_id, category_id, valid_from) nulls not distinct;

alter table payments.line_commissions
  add constraint line_commissions_amount check (net >= 0 and amount between 0 and net and basis_points between 0 and 10000);
create trigger line_commissions_frozen before update or delete on payments.line_commissions
  for each row execute function payments.refuse_change();

alter table payments.payout_settings
  add constraint payout_settings_frequency check (frequency in ('daily', 'weekly', 'monthly')),
  add constraint payout_settings_minimum check (minimum >= 0);

alter table payments.payouts
  add constraint payouts_amount check (amount > 0),
  add constraint payouts_status check (status in ('planned', 'sent', 'paid', 'failed')),
  add constraint payouts_times check ((status in ('paid', 'failed')) = (ended_at is not null));
create index payouts_open on payments.payouts (status, currency) where status in ('planned', 'sent');

alter table payments.payout_files add constraint payout_files_amount check (count > 0 and amount > 0);

-- The test provider's transfers to sellers: its own books.
create table test_payments.transfers (
  ref text primary key,
  idempotency_key text not null unique,
  destination text not null,
  amount int not null check (amount > 0),
  currency text not null,
  reversed int not null default 0 check (reversed between 0 and amount),
  created_at timestamptz not null default now()
);
create table test_payments.reversals (
  ref text primary key,
  idempotency_key text not null unique,
  transfer_ref text not null references test_payments.transfers (ref),
  amount int not null check (amount > 0),
  created_at timestamptz not null default now()
);
