-- Rules of the payments domain that the database itself keeps.

alter table payments.payments
  add constraint payments_status_known check (status in ('requires_method', 'requires_action', 'processing', 'authorised',
    'captured', 'failed', 'cancelled', 'refunded', 'partially_refunded')),
  add constraint payments_amounts check (amount > 0 and refunded between 0 and amount);
create unique index payments_one_live_per_order on payments.payments (order_id) where status not in ('failed', 'cancelled');

alter table payments.refunds
  add constraint refunds_amount_positive check (amount > 0),
  add constraint refunds_status_known check (status in ('pending', 'succeeded', 'lost'));

-- Money that is held is looked for until it is taken or let go.
create index payments_held on payments.payments (updated_at) where status = 'authorised';

create index webhook_events_unprocessed on payments.webhook_events (received_at) where processed_at is null;

alter table payments.ledger_entries add constraint ledger_entries_not_zero check (amount <> 0);

-- The books are only ever appended to.
create function payments.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger ledger_transactions_append_only before update or delete on payments.ledger_transactions
  for each row execute function payments.refuse_change();
create trigger ledger_entries_append_only before update or delete on payments.ledger_entries
  for each row execute function payments.refuse_change();

-- Checked when the transaction commits: whoever writes entries, they add up to zero.
create function payments.check_balance() returns trigger language plpgsql as $$
declare
  v_sum bigint;
begin
  select sum(amount) into v_sum from payments.ledger_entries where transaction_id = new.transaction_id;
  if v_sum <> 0 then
    raise exception 'Ledger transaction % is out of balance by %', new.transaction_id, v_sum using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger ledger_entries_balanced after insert on payments.ledger_entries
  deferrable initially deferred for each row execute function payments.check_balance();

-- The built-in test provider plays an outside system: its state is its own, no other code reads these tables.
create schema test_payments;

create table test_payments.intents (
  ref text primary key,
  idempotency_key text not null unique,
  client_secret text not null,
  amount int not null check (amount > 0),
  currency text not null,
  metadata jsonb not null,
  status text not null check (status in ('requires_method', 'requires_action', 'authorised', 'succeeded', 'cancelled')),
  attempt int not null default 0,
  card text,
  failure_code text,
  failure_message text,
  return_url text,
  refunded int not null default 0 check (refunded between 0 and amount),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table test_payments.refunds (
  ref text primary key,
  intent_ref text not null references test_payments.intents (ref),
  idempotency_key text not null unique,
  amount int not null check (amount > 0),
  created_at timestamptz not null default now()
);

-- Events to deliver to the shop's webhook address, until it answers 2xx or patience ends.
create table test_payments.events (
  id text primary key,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  attempts int not null default 0,
  next_attempt_at timestamptz default now(),
  delivered_at timestamptz,
  last_error text
);
create index events_due on test_payments.events (next_attempt_at) where delivered_at is null;
