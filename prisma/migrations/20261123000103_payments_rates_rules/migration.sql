-- Rules of tax and shipping that the database itself keeps, and those that a new shop begins with.

-- Whole minor units, not below zero, by currency.
create function payments.are_amounts(p jsonb) returns boolean language sql immutable as $$
  select jsonb_typeof(p) = 'object' and not exists (
    select from jsonb_each(p) as e(currency, amount)
    where currency !~ '^[A-Z]{3}$' or jsonb_typeof(amount) <> 'number' or amount::numeric < 0 or amount::numeric <> trunc(amount::numeric))
$$;

alter table payments.rates_state add constraint rates_state_one_row check (id = 1);
alter table payments.tax_zone_countries add constraint tax_zone_countries_code check (country ~ '^[A-Z]{2}$');
alter table payments.tax_rates add constraint tax_rates_share check (basis_points between 0 and 10000);
alter table payments.tax_classes add constraint tax_classes_code check (code ~ '^[a-z][a-z0-9-]{0,39}$');

create unique index shipping_zones_one_elsewhere on payments.shipping_zones (elsewhere) where elsewhere;
alter table payments.shipping_zone_countries add constraint shipping_zone_countries_code check (country ~ '^[A-Z]{2}$');
create unique index shipping_offers_one on payments.shipping_offers (zone_id, seller_id, method) nulls not distinct;
alter table payments.shipping_offers
  add constraint shipping_offers_method check (method in ('standard', 'express')),
  add constraint shipping_offers_days check (minimum_days >= 0 and maximum_days >= minimum_days),
  add constraint shipping_offers_free_from check (payments.are_amounts(free_from));
create unique index shipping_bands_one on payments.shipping_bands (offer_id, up_to_grams) nulls not distinct;
alter table payments.shipping_bands
  add constraint shipping_bands_weight check (up_to_grams > 0),
  add constraint shipping_bands_prices check (payments.are_amounts(prices));

insert into payments.rates_state default values;
insert into payments.tax_classes (code, name, position) values ('standard', 'Standard', 0), ('reduced', 'Reduced', 1), ('zero', 'Zero', 2);
insert into payments.tax_zones (id, name) values
  ('00000000-0000-7000-8000-000000000001', 'United Kingdom'),
  ('00000000-0000-7000-8000-000000000002', 'Ireland'),
  ('00000000-0000-7000-8000-000000000003', 'Germany'),
  ('00000000-0000-7000-8000-000000000004', 'France'),
  ('00000000-0000-7000-8000-000000000005', 'Netherlands'),
  ('00000000-0000-7000-8000-000000000006', 'Belgium'),
  ('00000000-0000-7000-8000-000000000007', 'Austria'),
  ('00000000-0000-7000-8000-000000000008', 'Spain'),
  ('00000000-0000-7000-8000-000000000009', 'Italy'),
  ('00000000-0000-7000-8000-00000000000a', 'Portugal'),
  ('00000000-0000-7000-8000-00000000000b', 'Sweden'),
  ('00000000-0000-7000-8000-00000000000c', 'Denmark'),
  ('00000000-0000-7000-8000-00000000000d', 'Finland'),
  ('00000000-0000-7000-8000-00000000000e', 'Poland'),
  ('00000000-0000-7000-8000-00000000000f', 'Czechia'),
  ('00000000-0000-7000-8000-000000000010', 'Luxembourg'),
  ('00000000-0000-7000-8000-000000000011', 'Greece');
insert into payments.tax_zone_countries (country, zone_id) values
  ('GB', '00000000-0000-7000-8000-000000000001'),
  ('IE', '00000000-0000-7000-8000-000000000002'),
  ('DE', '00000000-0000-7000-8000-000000000003'),
  ('FR', '00000000-0000-7000-8000-000000000004'),
  ('NL', '00000000-0000-7000-8000-000000000005'),
  ('BE', '00000000-0000-7000-8000-000000000006'),
  ('AT', '00000000-0000-7000-8000-000000000007'),
  ('ES', '00000000-0000-7000-8000-000000000008'),
  ('IT', '00000000-0000-7000-8000-000000000009'),
  ('PT', '00000000-0000-7000-8000-00000000000a'),
  ('SE', '00000000-0000-7000-8000-00000000000b'),
  ('DK', '00000000-0000-7000-8000-00000000000c'),
  ('FI', '00000000-0000-7000-8000-00000000000d'),
  ('PL', '00000000-0000-7000-8000-00000000000e'),
  ('CZ', '00000000-0000-7000-8000-00000000000f'),
  ('LU', '00000000-0000-7000-8000-000000000010'),
  ('GR', '00000000-0000-7000-8000-000000000011');
insert into payments.tax_rates (zone_id, tax_class, valid_from, basis_points) values
  ('00000000-0000-7000-8000-000000000001', 'standard', '2000-01-01', 2000), ('00000000-0000-7000-8000-000000000001', 'zero', '2000-01-01', 0),
  ('00000000-0000-7000-8000-000000000002', 'standard', '2000-01-01', 2300), ('00000000-0000-7000-8000-000000000002', 'zero', '2000-01-01', 0),
  ('00000000-0000-7000-8000-000000000003', 'standard', '2000-01-01', 1900), ('00000000-0000-7000-8000-000000000003', 'zero', '2000-01-01', 0),
  ('00000000-0000-7000-8000-000000000004', 'standard', '2000-01-01', 2000), ('00000000-0000-7000-8000-000000000004', 'zero', '2000-01-01', 0),
  ('00000000-0000-7000-8000-000000000005', 'standard', '2000-01-01', 2100), ('00000000-0000-7000-8000-000000000005', 'zero', '2000-01-01', 0),
  ('00000000-0000-7000-8000-000000000006', 'standard', '2000-01-01', 2100), ('00000000-0000-7000-8000-000000000006', 'zero', '2000-01-01', 0),
  ('00000000-0000-7000-8000-000000000007', 'standard', '2000-01-01', 2000), ('00000000-0000-7000-8000-000000000007', 'zero', '2000-01-01', 0),
  ('00000000-0000-7000-8000-000000000008', 'standard', '2000-01-01', 2100), ('00000000-0000-7000-8000-000000000008', 'zero', '2000-01-01', 0),
  ('00000000-0000-7000-8000-000000000009', 'standard', '2000-01-01', 2200), ('00000000-0000-7000-8000-000000000009', 'zero', '2000-01-01', 0),
  ('00000000-0000-7000-8000-00000000000a', 'standard', '2000-01-01', 2300), ('00000000-0000-7000-8000-00000000000a', 'zero', '2000-01-01', 0),
  ('00000000-0000-7000-8000-00000000000b', 'standard', '2000-01-01', 2500), ('00000000-0000-7000-8000-00000000000b', 'zero', '2000-01-01', 0),
  ('00000000-0000-7000-8000-00000000000c', 'standard', '2000-01-01', 2500), ('00000000-0000-7000-8000-00000000000c', 'zero', '2000-01-01', 0),
  ('00000000-0000-7000-8000-00000000000d', 'standard', '2000-01-01', 2550), ('00000000-0000-7000-8000-00000000000d', 'zero', '2000-01-01', 0),
  ('00000000-0000-7000-8000-00000000000e', 'standard', '2000-01-01', 2300), ('00000000-0000-7000-8000-00000000000e', 'zero', '2000-01-01', 0),
  ('00000000-0000-7000-8000-00000000000f', 'standard', '2000-01-01', 2100), ('00000000-0000-7000-8000-00000000000f', 'zero', '2000-01-01', 0),
  ('00000000-0000-7000-8000-000000000010', 'standard', '2000-01-01', 1700), ('00000000-0000-7000-8000-000000000010', 'zero', '2000-01-01', 0),
  ('00000000-0000-7000-8000-000000000011', 'standard', '2000-01-01', 2400), ('00000000-0000-7000-8000-000000000011', 'zero', '2000-01-01', 0);
insert into payments.shipping_zones (id, name, elsewhere, position) values
  ('00000000-0000-7000-8000-000000000041', 'United Kingdom', false, 0), ('00000000-0000-7000-8000-000000000042', 'Europe', false, 1), ('00000000-0000-7000-8000-000000000043', 'Rest of the world', true, 2);
insert into payments.shipping_zone_countries (country, zone_id)
  select 'GB', '00000000-0000-7000-8000-000000000041'::uuid union all select unnest('{IE,DE,FR,NL,BE,AT,ES,IT,PT,SE,DK,FI,PL,CZ,LU,GR,CH,NO,IS,EE,LV,LT,SK,SI,HU,RO,BG,HR,CY,MT}'::text[]), '00000000-0000-7000-8000-000000000042'::uuid;
insert into payments.shipping_offers (id, zone_id, method, minimum_days, maximum_days) values
  ('00000000-0000-7000-8000-000000000051', '00000000-0000-7000-8000-000000000041', 'standard', 2, 4),
  ('00000000-0000-7000-8000-000000000052', '00000000-0000-7000-8000-000000000041', 'express', 1, 1),
  ('00000000-0000-7000-8000-000000000053', '00000000-0000-7000-8000-000000000042', 'standard', 4, 8),
  ('00000000-0000-7000-8000-000000000054', '00000000-0000-7000-8000-000000000042', 'express', 2, 3),
  ('00000000-0000-7000-8000-000000000055', '00000000-0000-7000-8000-000000000043', 'standard', 7, 14),
  ('00000000-0000-7000-8000-000000000056', '00000000-0000-7000-8000-000000000043', 'express', 3, 5);
insert into payments.shipping_bands (id, offer_id, prices) values
  ('00000000-0000-7000-8000-000000000061', '00000000-0000-7000-8000-000000000051', '{"GBP": 395, "EUR": 475, "USD": 525, "JPY": 780}'),
  ('00000000-0000-7000-8000-000000000062', '00000000-0000-7000-8000-000000000052', '{"GBP": 695, "EUR": 835, "USD": 925, "JPY": 1380}'),
  ('00000000-0000-7000-8000-000000000063', '00000000-0000-7000-8000-000000000053', '{"GBP": 995, "EUR": 1195, "USD": 1295, "JPY": 1950}'),
  ('00000000-0000-7000-8000-000000000064', '00000000-0000-7000-8000-000000000054', '{"GBP": 1995, "EUR": 2395, "USD": 2595, "JPY": 3950}'),
  ('00000000-0000-7000-8000-000000000065', '00000000-0000-7000-8000-000000000055', '{"GBP": 1495, "EUR": 1795, "USD": 1895, "JPY": 2950}'),
  ('00000000-0000-7000-8000-000000000066', '00000000-0000-7000-8000-000000000056', '{"GBP": 2995, "EUR": 3595, "USD": 3895, "JPY": 5900}');

-- All rules as one document: what a process keeps in memory, and what the pages that edit them show.
create function payments.rates_json() returns jsonb language sql stable as $$
  select jsonb_build_object(
    'version', (select version from payments.rates_state),
    'taxClasses', (select coalesce(jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name) order by c.position, c.code), '[]')
      from payments.tax_classes c),
    'taxZones', (select coalesce(jsonb_agg(jsonb_build_object(
        'id', z.id, 'version', z.version, 'name', z.name, 'pricesIncludeTax', z.prices_include_tax,
        'countries', (select coalesce(jsonb_agg(p.country order by p.country), '[]') from payments.tax_zone_countries p where p.zone_id = z.id),
        'rates', (select coalesce(jsonb_agg(jsonb_build_object('taxClass', r.tax_class, 'validFrom', r.valid_from, 'basisPoints', r.basis_points)
            order by r.tax_class, r.valid_from desc), '[]') from payments.tax_rates r where r.zone_id = z.id)) order by z.name), '[]')
      from payments.tax_zones z),
    'shippingZones', (select coalesce(jsonb_agg(jsonb_build_object(
        'id', z.id, 'version', z.version, 'name', z.name, 'elsewhere', z.elsewhere,
        'countries', (select coalesce(jsonb_agg(p.country order by p.country), '[]') from payments.shipping_zone_countries p
          where p.zone_id = z.id)) order by z.elsewhere, z.position, z.name), '[]')
      from payments.shipping_zones z),
    'offers', (select coalesce(jsonb_agg(jsonb_build_object(
        'id', o.id, 'zoneId', o.zone_id, 'sellerId', o.seller_id, 'method', o.method, 'offered', o.offered, 'version', o.version,
        'minimumDays', o.minimum_days, 'maximumDays', o.maximum_days, 'freeFrom', o.free_from,
        'bands', (select coalesce(jsonb_agg(jsonb_build_object('upToGrams', b.up_to_grams, 'prices', b.prices)
            order by b.up_to_grams nulls last), '[]') from payments.shipping_bands b where b.offer_id = o.id))), '[]')
      from payments.shipping_offers o))
$$;
