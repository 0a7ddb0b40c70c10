-- Where behaviour lies in Redshift. Run once by an administrator; the columns carry the names of the JSON that is copied.
create schema if not exists mallhive;

create table if not exists mallhive.behaviour_events (
  seq            bigint        not null,
  event_id       char(36)      not null,
  visitor_id     char(36),
  event_type     varchar(40)   not null,
  event_version  smallint      not null,
  occurred_at    timestamptz   not null,
  received_at    timestamptz   not null,
  page_path      varchar(8000) not null,
  product_id     char(36),
  seller_id      char(36),
  search_query   varchar(2000),
  search_results integer,
  rail           varchar(100),
  checkout_step  varchar(100),
  order_id       char(36),
  device         varchar(40)   not null,
  source         varchar(100)  not null,
  primary key (event_id)
)
distkey (visitor_id)
sortkey (occurred_at);
