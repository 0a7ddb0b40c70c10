-- Rules of the identity domain that the database itself keeps.

alter table identity.users
  add constraint users_locale_known check (locale in ('en', 'de', 'fr', 'ar')),
  -- Nothing readable ever gets into these, whoever writes.
  add constraint users_sealed check (email like '1.%' and name like '1.%' and email_index not like '%@%'),
  add constraint users_source_complete check ((source is null) = (source_ref is null));

alter table identity.sessions
  add constraint sessions_expire_after_creation check (expires_at > created_at);

alter table identity.one_time_links
  add constraint one_time_links_kind_known check (kind in ('verify_email', 'reset_password', 'change_email')),
  add constraint one_time_links_expire_after_creation check (expires_at > created_at);

alter table identity.linked_accounts
  add constraint linked_accounts_provider_known check (provider in ('google', 'github', 'oidc'));

alter table identity.memberships
  add constraint memberships_role_known check (role in ('owner', 'manager', 'fulfilment'));

alter table identity.addresses
  add constraint addresses_country_upper_case check (country = upper(country)),
  add constraint addresses_sealed check (name like '1.%' and line1 like '1.%' and line2 like '1.%' and city like '1.%'
    and region like '1.%' and postcode like '1.%' and phone like '1.%');
create unique index addresses_one_default on identity.addresses (user_id) where is_default;

create index outbox_due on identity.outbox (available_at, id) where published_at is null;

alter table identity.encryption_keys
  add constraint encryption_keys_purpose_known check (purpose in ('data', 'index'));
create unique index encryption_keys_one_current on identity.encryption_keys (purpose) where retired_at is null;

alter table identity.sellers
  add constraint sellers_status_known check (status in ('pending', 'approved', 'suspended', 'rejected')),
  add constraint sellers_sealed check (
    (data_key is not null or coalesce(legal_name, contact_name, contact_email, contact_phone) is null)
    and legal_name like '1.%' and contact_name like '1.%' and contact_email like '1.%' and contact_phone like '1.%');
create index sellers_by_status on identity.sellers (status, status_changed_at, id);

alter table identity.invitations
  add constraint invitations_role_known check (role in ('owner', 'manager', 'fulfilment')),
  add constraint invitations_sealed check (email like '1.%' and email_index not like '%@%');
create unique index invitations_one_open on identity.invitations (seller_id, email_index)
  where accepted_at is null and revoked_at is null;

alter table identity.data_exports
  add constraint data_exports_state_known check (state in ('preparing', 'ready', 'failed')),
  add constraint data_exports_sealed check (content like '1.%');
create unique index data_exports_one_in_preparation on identity.data_exports (user_id) where state = 'preparing';
