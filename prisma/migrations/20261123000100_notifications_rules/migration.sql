-- Rules of the notifications domain that the database itself keeps.

alter table notifications.messages
  add constraint messages_channel_known check (channel in ('email', 'inbox', 'sms', 'push')),
  add constraint messages_status_known check (status in ('queued', 'sending', 'sent', 'failed', 'suppressed')),
  add constraint messages_inbox_has_a_user check (channel <> 'inbox' or user_id is not null);
create index messages_unsent on notifications.messages (due_at) where status in ('queued', 'sending');
create index messages_unread on notifications.messages (user_id) where channel = 'inbox' and read_at is null;

alter table notifications.deliveries add constraint deliveries_outcome_known check (outcome in ('sent', 'failed'));
alter table notifications.suppressions
  add constraint suppressions_channel_known check (channel in ('email', 'sms', 'push')),
  add constraint suppressions_reason_known check (reason in ('bounce', 'complaint', 'manual'));
alter table notifications.provider_notices
  add constraint provider_notices_outcome_known check (outcome in ('delivered', 'soft_bounce', 'bounce', 'complaint'));

alter table notifications.preferences
  add constraint preferences_channel_known check (channel in ('email', 'inbox', 'sms', 'push')),
  add constraint preferences_mandatory_stay_on check (wanted or channel not in ('email', 'inbox') or kind not in ('account', 'orders', 'shop'));

-- The local mailbox plays an outside mail system: what was handed to it, readable in development.
create schema mailbox;

create table mailbox.mails (
  id text primary key,
  recipient text not null,
  subject text not null,
  html text not null,
  text text not null,
  channel text not null default 'email' check (channel in ('email', 'sms', 'push')),
  template text not null default '',
  headers jsonb not null default '{}',
  received_at timestamptz not null default now()
);
create index mails_newest on mailbox.mails (received_at desc, id);
create index mails_of_recipient on mailbox.mails (recipient, received_at desc);

alter table notifications.held_notices
  add constraint held_notices_told_were_taken check (told_at is null or batch_id is not null);
create index held_notices_waiting on notifications.held_notices (due_at) where batch_id is null;
create index held_notices_taken on notifications.held_notices (batch_id) where batch_id is not null and told_at is null;
alter table notifications.reader_times
  add constraint reader_times_within_a_day check (quiet_from between 0 and 1439 and quiet_to between 0 and 1439);

alter table notifications.webhook_endpoints
  add constraint webhook_endpoints_status_known check (status in ('active', 'paused', 'disabled')),
  add constraint webhook_endpoints_disabled_for_a_reason
    check ((status = 'disabled') = (disabled_reason is not null) and disabled_reason in ('gone', 'failing')),
  add constraint webhook_endpoints_previous_ends check ((previous_secret is null) = (previous_until is null));

alter table notifications.webhook_deliveries
  add constraint webhook_deliveries_status_known check (status in ('pending', 'delivered', 'failed')),
  add constraint webhook_deliveries_settled_when_not_pending check ((status = 'pending') = (settled_at is null));
create index webhook_deliveries_due on notifications.webhook_deliveries (endpoint_id, next_at) where status = 'pending';
create index webhook_deliveries_waiting on notifications.webhook_deliveries (next_at) where status = 'pending';
