-- Rules of gift cards and store credit: nothing is spent twice, whatever the code does.

alter table payments.instruments
  add constraint instruments_kind check (
    (kind = 'gift_card' and code_hash is not null and last4 is not null and user_id is null)
    or (kind = 'credit' and code_hash is null and (user_id is not null or status = 'closed'))),
  add constraint instruments_status check (status in ('active', 'blocked', 'expired', 'closed')),
  add constraint instruments_balance check (held >= 0 and balance >= held and issued >= 0);
create index instruments_due on payments.instruments (expires_at) where status = 'active' and expires_at is not null;

alter table payments.instrument_holds
  add constraint instrument_holds_status check (status in ('held', 'taken', 'released')),
  add constraint instrument_holds_amounts check (amount > 0 and refunded between 0 and amount and (refunded = 0 or status = 'taken')),
  add constraint instrument_holds_ended check ((status = 'held') = (ended_at is null));
-- An instrument gives to an order once, however often the order's payment begins anew.
create unique index instrument_holds_one_per_order on payments.instrument_holds (order_id, instrument_id) where status <> 'released';
create index instrument_holds_open on payments.instrument_holds (created_at) where status = 'held';

alter table payments.instrument_movements
  add constraint instrument_movements_kind check (kind in ('issue', 'spend', 'refund', 'expire', 'forfeit')),
  add constraint instrument_movements_amount check (amount <> 0 and balance_after >= 0
    and (amount > 0) = (kind in ('issue', 'refund')));
create trigger instrument_movements_append_only before update or delete on payments.instrument_movements
  for each row execute function payments.refuse_change();

alter table payments.payments add constraint payments_covered check (covered between 0 and amount);
alter table payments.refunds add constraint refunds_covered check (covered between 0 and amount);

-- Checked when the transaction commits: what instruments hold or gave for a payment is what the payment counts on.
create function payments.check_covered() returns trigger language plpgsql as $$
declare
  v_covered bigint;
  v_holds bigint;
begin
  select covered into v_covered from payments.payments where id = new.payment_id;
  select coalesce(sum(amount), 0) into v_holds from payments.instrument_holds where payment_id = new.payment_id;
  if v_covered is distinct from v_holds and exists (
    select from payments.instrument_holds where payment_id = new.payment_id and status <> 'released') then
    raise exception 'Payment % counts on %, its instruments give %', new.payment_id, v_covered, v_holds using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger instrument_holds_cover after insert or update on payments.instrument_holds
  deferrable initially deferred for each row execute function payments.check_covered();
