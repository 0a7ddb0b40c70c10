-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "analytics";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "cart";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "catalog";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "identity";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "notifications";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "orders";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "payments";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "search";

-- CreateTable
CREATE TABLE "analytics"."sale_parts" (
    "order_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "shopper" UUID,
    "head" BOOLEAN NOT NULL,
    "units" INTEGER NOT NULL,
    "gross" INTEGER NOT NULL,
    "discount" INTEGER NOT NULL,
    "shipping" INTEGER NOT NULL,
    "tax" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "country" TEXT NOT NULL,
    "sold_at" TIMESTAMPTZ(3) NOT NULL,
    "counted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "sale_parts_pkey" PRIMARY KEY ("order_id","seller_id")
);

-- CreateTable
CREATE TABLE "analytics"."sale_refunds" (
    "reference" TEXT NOT NULL,
    "seller_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "amount" INTEGER NOT NULL,
    "tax" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "counted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "sale_refunds_pkey" PRIMARY KEY ("reference","seller_id")
);

-- CreateTable
CREATE TABLE "analytics"."sale_days" (
    "seller_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "day" DATE NOT NULL,
    "country" TEXT NOT NULL,
    "orders" INTEGER NOT NULL,
    "units" INTEGER NOT NULL,
    "gross" BIGINT NOT NULL,
    "discount" BIGINT NOT NULL,
    "shipping" BIGINT NOT NULL,
    "tax" BIGINT NOT NULL,
    "total" BIGINT NOT NULL,
    "refunded" BIGINT NOT NULL,
    "refunded_tax" BIGINT NOT NULL,

    CONSTRAINT "sale_days_pkey" PRIMARY KEY ("seller_id","currency","day","country")
);

-- CreateTable
CREATE TABLE "analytics"."sale_hours" (
    "seller_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "orders" INTEGER NOT NULL,
    "units" INTEGER NOT NULL,
    "total" BIGINT NOT NULL,

    CONSTRAINT "sale_hours_pkey" PRIMARY KEY ("seller_id","currency","hour")
);

-- CreateTable
CREATE TABLE "analytics"."sale_product_months" (
    "seller_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "month" DATE NOT NULL,
    "product_id" UUID NOT NULL,
    "units" INTEGER NOT NULL,
    "revenue" BIGINT NOT NULL,

    CONSTRAINT "sale_product_months_pkey" PRIMARY KEY ("seller_id","currency","month","product_id")
);

-- CreateTable
CREATE TABLE "analytics"."sale_product_days" (
    "seller_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "day" DATE NOT NULL,
    "product_id" UUID NOT NULL,
    "units" INTEGER NOT NULL,
    "revenue" BIGINT NOT NULL,

    CONSTRAINT "sale_product_days_pkey" PRIMARY KEY ("seller_id","currency","day","product_id")
);

-- CreateTable
CREATE TABLE "analytics"."sale_category_days" (
    "seller_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "day" DATE NOT NULL,
    "category_id" UUID NOT NULL,
    "units" INTEGER NOT NULL,
    "revenue" BIGINT NOT NULL,

    CONSTRAINT "sale_category_days_pkey" PRIMARY KEY ("seller_id","currency","day","category_id")
);

-- CreateTable
CREATE TABLE "analytics"."sold_products" (
    "product_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "sold_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sold_products_pkey" PRIMARY KEY ("product_id")
);

-- CreateTable
CREATE TABLE "analytics"."shopper_months" (
    "seller_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "shopper" UUID NOT NULL,
    "month" DATE NOT NULL,
    "orders" INTEGER NOT NULL,
    "total" BIGINT NOT NULL,

    CONSTRAINT "shopper_months_pkey" PRIMARY KEY ("seller_id","currency","shopper","month")
);

-- CreateTable
CREATE TABLE "analytics"."cohort_months" (
    "seller_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "cohort" DATE NOT NULL,
    "month" DATE NOT NULL,
    "shoppers" INTEGER NOT NULL,
    "repeaters" INTEGER NOT NULL,
    "total" BIGINT NOT NULL,

    CONSTRAINT "cohort_months_pkey" PRIMARY KEY ("seller_id","currency","cohort","month")
);

-- CreateTable
CREATE TABLE "analytics"."sink_positions" (
    "sink" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sink_positions_pkey" PRIMARY KEY ("sink")
);

-- CreateTable
CREATE TABLE "analytics"."behaviour_events" (
    "id" UUID NOT NULL,
    "visitor_id" UUID,
    "type" TEXT NOT NULL,
    "version" SMALLINT NOT NULL DEFAULT 1,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "path" TEXT NOT NULL,
    "product_id" UUID,
    "seller_id" UUID,
    "query" TEXT,
    "results" INTEGER,
    "rail" TEXT,
    "step" TEXT,
    "order_id" UUID,
    "device" TEXT NOT NULL DEFAULT 'unknown',
    "source" TEXT NOT NULL DEFAULT 'unknown',
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "behaviour_events_pkey" PRIMARY KEY ("id","at")
);

-- CreateTable
CREATE TABLE "analytics"."sale_facts" (
    "order_line_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "units" INTEGER NOT NULL,
    "revenue" INTEGER NOT NULL,
    "discount" INTEGER NOT NULL DEFAULT 0,
    "category_id" UUID,
    "counted" BOOLEAN NOT NULL DEFAULT false,
    "currency" CHAR(3) NOT NULL,
    "country" TEXT NOT NULL,
    "sold_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sale_facts_pkey" PRIMARY KEY ("order_line_id")
);

-- CreateTable
CREATE TABLE "analytics"."day_totals" (
    "day" DATE NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "orders" INTEGER NOT NULL,
    "units" INTEGER NOT NULL,
    "revenue" BIGINT NOT NULL,
    "visitors" INTEGER NOT NULL,
    "views" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "day_totals_pkey" PRIMARY KEY ("day","currency")
);

-- CreateTable
CREATE TABLE "analytics"."outbox" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "available_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "analytics"."behaviour_progress" (
    "name" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "behaviour_progress_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "analytics"."visits" (
    "day" DATE NOT NULL,
    "visitor_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "device" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "stages" SMALLINT NOT NULL,

    CONSTRAINT "visits_pkey" PRIMARY KEY ("day","visitor_id","seller_id")
);

-- CreateTable
CREATE TABLE "analytics"."funnel_days" (
    "day" DATE NOT NULL,
    "seller_id" UUID NOT NULL,
    "device" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "visits" INTEGER NOT NULL,
    "viewed" INTEGER NOT NULL,
    "carted" INTEGER NOT NULL,
    "checked_out" INTEGER NOT NULL,
    "ordered" INTEGER NOT NULL,

    CONSTRAINT "funnel_days_pkey" PRIMARY KEY ("seller_id","day","device","source")
);

-- CreateTable
CREATE TABLE "analytics"."product_days" (
    "day" DATE NOT NULL,
    "product_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "views" INTEGER NOT NULL,
    "adds" INTEGER NOT NULL,
    "removes" INTEGER NOT NULL,
    "sold_out_views" INTEGER NOT NULL,

    CONSTRAINT "product_days_pkey" PRIMARY KEY ("day","product_id")
);

-- CreateTable
CREATE TABLE "analytics"."search_term_days" (
    "day" DATE NOT NULL,
    "term" TEXT NOT NULL,
    "searches" INTEGER NOT NULL,
    "empty" INTEGER NOT NULL,
    "clicks" INTEGER NOT NULL,

    CONSTRAINT "search_term_days_pkey" PRIMARY KEY ("day","term")
);

-- CreateTable
CREATE TABLE "analytics"."rail_days" (
    "day" DATE NOT NULL,
    "rail" TEXT NOT NULL,
    "shown" INTEGER NOT NULL,
    "clicked" INTEGER NOT NULL,

    CONSTRAINT "rail_days_pkey" PRIMARY KEY ("day","rail")
);

-- CreateTable
CREATE TABLE "analytics"."visit_orders" (
    "order_id" UUID NOT NULL,
    "visitor_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "device" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "visit_orders_pkey" PRIMARY KEY ("order_id")
);

-- CreateTable
CREATE TABLE "identity"."audit_entries" (
    "id" UUID NOT NULL,
    "actor_user_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "seller_id" UUID,
    "action" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "changes" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog"."audit_entries" (
    "id" UUID NOT NULL,
    "actor_user_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "seller_id" UUID,
    "action" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "changes" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart"."audit_entries" (
    "id" UUID NOT NULL,
    "actor_user_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "seller_id" UUID,
    "action" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "changes" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders"."audit_entries" (
    "id" UUID NOT NULL,
    "actor_user_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "seller_id" UUID,
    "action" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "changes" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments"."audit_entries" (
    "id" UUID NOT NULL,
    "actor_user_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "seller_id" UUID,
    "action" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "changes" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notifications"."audit_entries" (
    "id" UUID NOT NULL,
    "actor_user_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "seller_id" UUID,
    "action" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "changes" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search"."audit_entries" (
    "id" UUID NOT NULL,
    "actor_user_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "seller_id" UUID,
    "action" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "changes" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart"."carts" (
    "id" UUID NOT NULL,
    "user_id" UUID,
    "token_hash" TEXT,
    "status" TEXT NOT NULL DEFAULT 'active',
    "currency" CHAR(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "carts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart"."lines" (
    "id" UUID NOT NULL,
    "cart_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "seen_price" INTEGER NOT NULL,
    "seen_currency" CHAR(3) NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart"."stock_locations" (
    "id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "code" TEXT NOT NULL DEFAULT 'main',
    "name" TEXT NOT NULL DEFAULT 'Main stock room',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stock_locations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart"."stock_levels" (
    "variant_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "on_hand" INTEGER NOT NULL DEFAULT 0,
    "reserved" INTEGER NOT NULL DEFAULT 0,
    "backorder" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stock_levels_pkey" PRIMARY KEY ("variant_id","location_id")
);

-- CreateTable
CREATE TABLE "cart"."stock_movements" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "variant_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "delta" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "actor_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stock_movements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart"."stock_counts" (
    "id" UUID NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stock_counts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart"."reservations" (
    "checkout_id" UUID NOT NULL,
    "cart_id" UUID,
    "variant_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reservations_pkey" PRIMARY KEY ("checkout_id","variant_id","location_id")
);

-- CreateTable
CREATE TABLE "cart"."wishlist_items" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "price" INTEGER NOT NULL,
    "seen_price" INTEGER,
    "currency" CHAR(3) NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "moving_since" TIMESTAMPTZ(3),

    CONSTRAINT "wishlist_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart"."promotions" (
    "id" UUID NOT NULL,
    "seller_id" UUID,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "percent_bp" INTEGER NOT NULL DEFAULT 0,
    "amounts" JSONB NOT NULL DEFAULT '{}',
    "buy_quantity" INTEGER NOT NULL DEFAULT 0,
    "get_quantity" INTEGER NOT NULL DEFAULT 0,
    "minimums" JSONB NOT NULL DEFAULT '{}',
    "product_ids" UUID[],
    "category_ids" UUID[],
    "currencies" TEXT[],
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "automatic" BOOLEAN NOT NULL,
    "exclusive" BOOLEAN NOT NULL DEFAULT false,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "limit_total" INTEGER,
    "limit_customer" INTEGER,
    "used" INTEGER NOT NULL DEFAULT 0,
    "over_limit" INTEGER NOT NULL DEFAULT 0,
    "bearer" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "promotions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart"."promotion_codes" (
    "code" TEXT NOT NULL,
    "promotion_id" UUID NOT NULL,

    CONSTRAINT "promotion_codes_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "cart"."promotion_customers" (
    "promotion_id" UUID NOT NULL,
    "customer_key" TEXT NOT NULL,
    "used" INTEGER NOT NULL,

    CONSTRAINT "promotion_customers_pkey" PRIMARY KEY ("promotion_id","customer_key")
);

-- CreateTable
CREATE TABLE "cart"."promotion_uses" (
    "promotion_id" UUID NOT NULL,
    "checkout_id" UUID NOT NULL,
    "cart_id" UUID,
    "code" TEXT,
    "customer_keys" TEXT[],
    "amount" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'held',
    "over_limit" BOOLEAN NOT NULL DEFAULT false,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "promotion_uses_pkey" PRIMARY KEY ("checkout_id","promotion_id")
);

-- CreateTable
CREATE TABLE "cart"."cart_promotions" (
    "cart_id" UUID NOT NULL,
    "promotion_id" UUID NOT NULL,
    "code" TEXT,
    "refused" TEXT,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cart_promotions_pkey" PRIMARY KEY ("cart_id","promotion_id")
);

-- CreateTable
CREATE TABLE "cart"."outbox" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "available_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart"."stock_rules" (
    "variant_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "low_below" INTEGER,
    "backorder_limit" INTEGER NOT NULL DEFAULT 0,
    "expected_on" DATE,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stock_rules_pkey" PRIMARY KEY ("variant_id")
);

-- CreateTable
CREATE TABLE "cart"."backorder_waits" (
    "checkout_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "expected_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "backorder_waits_pkey" PRIMARY KEY ("checkout_id","variant_id")
);

-- CreateTable
CREATE TABLE "cart"."stock_settings" (
    "seller_id" UUID NOT NULL,
    "low_below" INTEGER NOT NULL,

    CONSTRAINT "stock_settings_pkey" PRIMARY KEY ("seller_id")
);

-- CreateTable
CREATE TABLE "cart"."stock_alerts" (
    "variant_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stock_alerts_pkey" PRIMARY KEY ("variant_id")
);

-- CreateTable
CREATE TABLE "cart"."stock_watch" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "seen_until" TIMESTAMPTZ(3) NOT NULL,
    "waits_until" TIMESTAMPTZ(3),

    CONSTRAINT "stock_watch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart"."closings" (
    "cart_id" UUID NOT NULL,
    "ordered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "closings_pkey" PRIMARY KEY ("cart_id")
);

-- CreateTable
CREATE TABLE "cart"."bundle_parts" (
    "bundle_id" UUID NOT NULL,
    "part_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "seller_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "bundle_parts_pkey" PRIMARY KEY ("bundle_id","part_id")
);

-- CreateTable
CREATE TABLE "cart"."bundle_holds" (
    "checkout_id" UUID NOT NULL,
    "bundle_id" UUID NOT NULL,
    "part_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "product_id" UUID NOT NULL,

    CONSTRAINT "bundle_holds_pkey" PRIMARY KEY ("checkout_id","bundle_id","part_id")
);

-- CreateTable
CREATE TABLE "cart"."stock_waits" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "asked" BOOLEAN NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stock_waits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog"."categories" (
    "id" UUID NOT NULL,
    "parent_id" UUID,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "image" JSON,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "translations" JSONB NOT NULL DEFAULT '{}',
    "tax_class" TEXT NOT NULL DEFAULT 'standard',

    CONSTRAINT "categories_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog"."category_redirects" (
    "path" TEXT NOT NULL,
    "category_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "category_redirects_pkey" PRIMARY KEY ("path")
);

-- CreateTable
CREATE TABLE "catalog"."category_attributes" (
    "id" UUID NOT NULL,
    "category_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "unit" TEXT NOT NULL DEFAULT '',
    "choices" JSONB NOT NULL DEFAULT '[]',
    "required" BOOLEAN NOT NULL DEFAULT false,
    "filterable" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "translations" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "category_attributes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog"."exchange_rates" (
    "currency" CHAR(3) NOT NULL,
    "rate" DECIMAL(18,8) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exchange_rates_pkey" PRIMARY KEY ("currency")
);

-- CreateTable
CREATE TABLE "catalog"."seller_profiles" (
    "seller_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tagline" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "logo_url" TEXT NOT NULL DEFAULT '',
    "banner_url" TEXT NOT NULL DEFAULT '',
    "country" CHAR(2) NOT NULL DEFAULT 'GB',
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "rating_sum" INTEGER NOT NULL DEFAULT 0,
    "rating_count" INTEGER NOT NULL DEFAULT 0,
    "product_count" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "cards_stale" BOOLEAN NOT NULL DEFAULT false,
    "return_policy" TEXT NOT NULL DEFAULT '',
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "seller_profiles_pkey" PRIMARY KEY ("seller_id")
);

-- CreateTable
CREATE TABLE "catalog"."products" (
    "id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "source_ref" TEXT NOT NULL,
    "draft_hash" TEXT,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "subtitle" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "highlights" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "attributes" JSON NOT NULL DEFAULT '[]',
    "brand" TEXT NOT NULL DEFAULT '',
    "category_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "options" JSON NOT NULL DEFAULT '[]',
    "rating_sum" INTEGER NOT NULL DEFAULT 0,
    "rating_count" INTEGER NOT NULL DEFAULT 0,
    "rating_distribution" INTEGER[] DEFAULT ARRAY[0, 0, 0, 0, 0]::INTEGER[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "currency" CHAR(3) NOT NULL DEFAULT 'GBP',
    "description_html" TEXT NOT NULL DEFAULT '',
    "seo_title" TEXT NOT NULL DEFAULT '',
    "seo_description" TEXT NOT NULL DEFAULT '',
    "attribute_values" JSONB NOT NULL DEFAULT '{}',
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "publish_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "available_from" TIMESTAMPTZ(3),
    "available_until" TIMESTAMPTZ(3),
    "moderation" TEXT NOT NULL DEFAULT 'none',
    "moderation_reason" TEXT NOT NULL DEFAULT '',
    "flagged" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "products_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog"."variants" (
    "id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "sku" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "option_values" JSON NOT NULL DEFAULT '{}',
    "weight_grams" INTEGER NOT NULL DEFAULT 500,
    "image_index" INTEGER,
    "position" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "available_quantity" INTEGER NOT NULL DEFAULT 0,
    "backorder_quantity" INTEGER NOT NULL DEFAULT 0,
    "expected_on" DATE,
    "parts" JSONB NOT NULL DEFAULT '[]',
    "stock_version" BIGINT NOT NULL DEFAULT 0,
    "seller_id" UUID NOT NULL,
    "barcode" TEXT NOT NULL DEFAULT '',
    "option_value_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "image_indexes" INTEGER[] DEFAULT ARRAY[]::INTEGER[],

    CONSTRAINT "variants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog"."prices" (
    "variant_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount" INTEGER NOT NULL,
    "compare_at" INTEGER,
    "converted" BOOLEAN NOT NULL DEFAULT false,
    "sale_amount" INTEGER,
    "sale_starts_at" TIMESTAMPTZ(3),
    "sale_ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "prices_pkey" PRIMARY KEY ("variant_id","currency")
);

-- CreateTable
CREATE TABLE "catalog"."sales" (
    "id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "variant_ids" UUID[],
    "everything" BOOLEAN NOT NULL DEFAULT true,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "percent" INTEGER,
    "amounts" JSONB,

    CONSTRAINT "sales_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog"."product_translations" (
    "product_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "subtitle" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "description_html" TEXT NOT NULL DEFAULT '',
    "highlights" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "seo_title" TEXT NOT NULL DEFAULT '',
    "seo_description" TEXT NOT NULL DEFAULT '',
    "options" JSON NOT NULL DEFAULT '{}',

    CONSTRAINT "product_translations_pkey" PRIMARY KEY ("product_id","locale")
);

-- CreateTable
CREATE TABLE "catalog"."product_summaries" (
    "product_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "stock" INTEGER NOT NULL,
    "price" INTEGER,
    "price_missing" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_summaries_pkey" PRIMARY KEY ("product_id")
);

-- CreateTable
CREATE TABLE "catalog"."seller_product_counts" (
    "seller_id" UUID NOT NULL,
    "bucket" TEXT NOT NULL,
    "products" INTEGER NOT NULL,

    CONSTRAINT "seller_product_counts_pkey" PRIMARY KEY ("seller_id","bucket")
);

-- CreateTable
CREATE TABLE "catalog"."moderation_cases" (
    "id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "before" JSON,
    "after" JSON,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "moderation_cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog"."product_media" (
    "product_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "alt" TEXT NOT NULL DEFAULT '',
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,

    CONSTRAINT "product_media_pkey" PRIMARY KEY ("product_id","position")
);

-- CreateTable
CREATE TABLE "catalog"."reviews" (
    "id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "source_ref" TEXT NOT NULL,
    "rating" INTEGER NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL DEFAULT '',
    "author_name" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" UUID,
    "status" TEXT NOT NULL DEFAULT 'published',
    "edited_at" TIMESTAMPTZ(3),
    "images" JSON NOT NULL DEFAULT '[]',
    "helpful_count" INTEGER NOT NULL DEFAULT 0,
    "open_reports" INTEGER NOT NULL DEFAULT 0,
    "reported_at" TIMESTAMPTZ(3),
    "reply_body" TEXT,
    "reply_at" TIMESTAMPTZ(3),
    "moderation_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog"."slug_redirects" (
    "slug" TEXT NOT NULL,
    "product_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "slug_redirects_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "catalog"."product_cards" (
    "product_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "category_paths" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "prices" INTEGER[],
    "compare_at" INTEGER[],
    "max_prices" INTEGER[],
    "on_sale" BOOLEAN NOT NULL,
    "rating_average" REAL NOT NULL,
    "rating_count" INTEGER NOT NULL,
    "available" BOOLEAN NOT NULL,
    "card" JSON NOT NULL,
    "titles" JSON,
    "refresh_at" TIMESTAMPTZ(3),
    "revision" BIGINT NOT NULL,

    CONSTRAINT "product_cards_pkey" PRIMARY KEY ("product_id")
);

-- CreateTable
CREATE TABLE "catalog"."outbox" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "available_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog"."review_votes" (
    "review_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_votes_pkey" PRIMARY KEY ("review_id","user_id")
);

-- CreateTable
CREATE TABLE "catalog"."review_reports" (
    "review_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_reports_pkey" PRIMARY KEY ("review_id","user_id")
);

-- CreateTable
CREATE TABLE "catalog"."review_rights" (
    "user_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_rights_pkey" PRIMARY KEY ("user_id","product_id")
);

-- CreateTable
CREATE TABLE "catalog"."media_objects" (
    "hash" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stored_at" TIMESTAMPTZ(3),
    "deleting_at" TIMESTAMPTZ(3),

    CONSTRAINT "media_objects_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "catalog"."media_assets" (
    "owner_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "media_assets_pkey" PRIMARY KEY ("owner_id","hash")
);

-- CreateTable
CREATE TABLE "catalog"."media_usage" (
    "owner_id" UUID NOT NULL,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "files" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "media_usage_pkey" PRIMARY KEY ("owner_id")
);

-- CreateTable
CREATE TABLE "catalog"."image_sources" (
    "seller_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "image_sources_pkey" PRIMARY KEY ("seller_id","url")
);

-- CreateTable
CREATE TABLE "catalog"."import_jobs" (
    "id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "file_key" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "encoding" TEXT NOT NULL,
    "delimiter" TEXT NOT NULL DEFAULT ',',
    "mapping" JSON,
    "mode" TEXT NOT NULL DEFAULT 'good_rows',
    "dry_run" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL DEFAULT 'uploaded',
    "rows" INTEGER NOT NULL DEFAULT 0,
    "checked_rows" INTEGER NOT NULL DEFAULT 0,
    "written_rows" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "error_rows" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_jobs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog"."import_errors" (
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "column" TEXT,
    "value" TEXT NOT NULL DEFAULT '',
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,

    CONSTRAINT "import_errors_pkey" PRIMARY KEY ("import_id","row","position")
);

-- CreateTable
CREATE TABLE "catalog"."import_mappings" (
    "seller_id" UUID NOT NULL,
    "header_hash" TEXT NOT NULL,
    "mapping" JSON NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_mappings_pkey" PRIMARY KEY ("seller_id","header_hash")
);

-- CreateTable
CREATE TABLE "catalog"."export_jobs" (
    "id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "filter" JSON NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "products" INTEGER NOT NULL DEFAULT 0,
    "written_products" INTEGER NOT NULL DEFAULT 0,
    "bytes" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "export_jobs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_index" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "data_key" TEXT NOT NULL,
    "password_hash" TEXT,
    "is_admin" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT,
    "source_ref" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),
    "email_verified_at" TIMESTAMPTZ(3),
    "password_changed_at" TIMESTAMPTZ(3),

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "user_agent" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "method" TEXT NOT NULL DEFAULT 'password',
    "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "link_provider" TEXT,
    "link_until" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."one_time_links" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "target_sealed" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."totps" (
    "user_id" UUID NOT NULL,
    "secret_sealed" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "totps_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "identity"."recovery_codes" (
    "user_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("user_id","code_hash")
);

-- CreateTable
CREATE TABLE "identity"."linked_accounts" (
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "email_sealed" TEXT NOT NULL DEFAULT '',
    "linked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "linked_accounts_pkey" PRIMARY KEY ("provider","subject")
);

-- CreateTable
CREATE TABLE "identity"."refresh_tokens" (
    "token_hash" TEXT NOT NULL,
    "session_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "refresh_tokens_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "identity"."signing_keys" (
    "id" TEXT NOT NULL,
    "public_jwk" JSONB NOT NULL,
    "private_sealed" TEXT NOT NULL,
    "data_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "active_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "signing_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."api_keys" (
    "id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."addresses" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "line1" TEXT NOT NULL,
    "line2" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "postcode" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "phone" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "addresses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."sellers" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tagline" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "logo_url" TEXT NOT NULL DEFAULT '',
    "banner_url" TEXT NOT NULL DEFAULT '',
    "country" CHAR(2) NOT NULL DEFAULT 'GB',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "status_reason" TEXT NOT NULL DEFAULT '',
    "status_changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "terms_accepted_at" TIMESTAMPTZ(3),
    "data_key" TEXT,
    "legal_name" TEXT,
    "contact_name" TEXT,
    "contact_email" TEXT,
    "contact_phone" TEXT,
    "postal_address" TEXT,
    "tax_number" TEXT,

    CONSTRAINT "sellers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."memberships" (
    "user_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("user_id","seller_id")
);

-- CreateTable
CREATE TABLE "identity"."invitations" (
    "id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_index" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "invited_by" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."data_exports" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'preparing',
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "bytes" INTEGER,
    "content" TEXT,

    CONSTRAINT "data_exports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."erasures" (
    "user_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "begun_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "erasures_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "identity"."encryption_keys" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "master_key_id" TEXT NOT NULL,
    "wrapped" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "encryption_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."outbox" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "available_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notifications"."messages" (
    "id" UUID NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "user_id" UUID,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "link" TEXT,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "claimed_at" TIMESTAMPTZ(3),
    "claimed_by" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notifications"."deliveries" (
    "id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "provider" TEXT NOT NULL DEFAULT '',
    "outcome" TEXT NOT NULL,
    "provider_ref" TEXT,
    "error" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notifications"."preferences" (
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "wanted" BOOLEAN NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "preferences_pkey" PRIMARY KEY ("user_id","kind","channel")
);

-- CreateTable
CREATE TABLE "notifications"."outbox" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "available_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notifications"."suppressions" (
    "channel" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "suppressions_pkey" PRIMARY KEY ("channel","recipient")
);

-- CreateTable
CREATE TABLE "notifications"."provider_notices" (
    "provider" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "provider_ref" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "provider_notices_pkey" PRIMARY KEY ("provider","id")
);

-- CreateTable
CREATE TABLE "notifications"."push_subscriptions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "push_subscriptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notifications"."held_notices" (
    "id" UUID NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "batch_id" UUID,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "held_notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notifications"."reader_times" (
    "user_id" UUID NOT NULL,
    "time_zone" TEXT NOT NULL,
    "quiet_from" INTEGER NOT NULL,
    "quiet_to" INTEGER NOT NULL,
    "chosen" BOOLEAN NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reader_times_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "notifications"."webhook_endpoints" (
    "id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "events" TEXT[],
    "secret" TEXT NOT NULL,
    "previous_secret" TEXT,
    "previous_until" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL DEFAULT 'active',
    "disabled_reason" TEXT,
    "failing_since" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_endpoints_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notifications"."webhook_deliveries" (
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "event_key" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "last_status" INTEGER,
    "problem" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notifications"."webhook_attempts" (
    "id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "status" INTEGER,
    "problem" TEXT,
    "response" TEXT NOT NULL,

    CONSTRAINT "webhook_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders"."checkouts" (
    "id" UUID NOT NULL,
    "cart_id" UUID NOT NULL,
    "cart_version" INTEGER NOT NULL DEFAULT 0,
    "user_id" UUID,
    "token_hash" TEXT,
    "status" TEXT NOT NULL DEFAULT 'open',
    "country" CHAR(2) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "shipping" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "checkouts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders"."orders" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "checkout_id" UUID,
    "cart_id" UUID,
    "user_id" UUID,
    "email" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "items" INTEGER NOT NULL,
    "discount" INTEGER NOT NULL DEFAULT 0,
    "shipping_discount" INTEGER NOT NULL DEFAULT 0,
    "shipping" INTEGER NOT NULL,
    "tax" INTEGER NOT NULL,
    "tax_included" BOOLEAN NOT NULL DEFAULT true,
    "total" INTEGER NOT NULL,
    "refund_planned" INTEGER NOT NULL DEFAULT 0,
    "item_count" INTEGER NOT NULL,
    "country" CHAR(2) NOT NULL,
    "shipping_address" JSONB NOT NULL,
    "access_token_hash" TEXT,
    "payment_id" UUID,
    "provider" TEXT,
    "source" TEXT,
    "source_ref" TEXT,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "pay_by" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders"."sub_orders" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "seller_id" UUID NOT NULL,
    "seller_slug" TEXT NOT NULL,
    "seller_name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "shipping_method" TEXT NOT NULL,
    "items" INTEGER NOT NULL,
    "discount" INTEGER NOT NULL DEFAULT 0,
    "shipping_discount" INTEGER NOT NULL DEFAULT 0,
    "discounts" JSONB NOT NULL DEFAULT '[]',
    "shipping" INTEGER NOT NULL,
    "tax" INTEGER NOT NULL,
    "tax_included" BOOLEAN NOT NULL DEFAULT true,
    "total" INTEGER NOT NULL,
    "refund_planned" INTEGER NOT NULL DEFAULT 0,
    "exchange_of" UUID,
    "item_count" INTEGER NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sub_orders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders"."order_lines" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "sub_order_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "variant_title" TEXT NOT NULL,
    "image_url" TEXT,
    "quantity" INTEGER NOT NULL,
    "shipped_quantity" INTEGER NOT NULL DEFAULT 0,
    "cancelled_quantity" INTEGER NOT NULL DEFAULT 0,
    "returned_quantity" INTEGER NOT NULL DEFAULT 0,
    "restocked_quantity" INTEGER NOT NULL DEFAULT 0,
    "credited_quantity" INTEGER NOT NULL DEFAULT 0,
    "unit_price" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "discount" INTEGER NOT NULL DEFAULT 0,
    "category_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "tax" INTEGER NOT NULL,
    "tax_basis_points" INTEGER,
    "position" INTEGER NOT NULL,
    "parts" JSONB NOT NULL DEFAULT '[]',
    "waiting_quantity" INTEGER NOT NULL DEFAULT 0,
    "waiting_version" INTEGER NOT NULL DEFAULT 0,
    "expected_on" DATE,

    CONSTRAINT "order_lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders"."shipments" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "sub_order_id" UUID NOT NULL,
    "carrier" TEXT NOT NULL,
    "tracking_number" TEXT NOT NULL,
    "tracking_url" TEXT,
    "status" TEXT NOT NULL DEFAULT 'shipped',
    "lines" JSONB NOT NULL,
    "shipped_at" TIMESTAMPTZ(3) NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "shipments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders"."timeline" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "sub_order_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "detail" JSONB,

    CONSTRAINT "timeline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders"."outbox" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "available_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders"."cancellations" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "sub_order_id" UUID NOT NULL,
    "by" TEXT NOT NULL,
    "actor_id" UUID,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "lines" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cancellations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders"."refunds" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "sub_order_id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'planned',
    "amount" INTEGER NOT NULL,
    "items" INTEGER NOT NULL,
    "shipping" INTEGER NOT NULL,
    "tax" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "by" TEXT NOT NULL,
    "actor_id" UUID,
    "failure" TEXT,
    "to_credit" BOOLEAN NOT NULL DEFAULT false,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "refunds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders"."returns" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "order_id" UUID NOT NULL,
    "sub_order_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'requested',
    "wish" TEXT NOT NULL DEFAULT 'refund',
    "note" TEXT NOT NULL DEFAULT '',
    "instructions" TEXT NOT NULL DEFAULT '',
    "decision" TEXT NOT NULL DEFAULT '',
    "carrier" TEXT,
    "tracking_number" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "returns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders"."return_lines" (
    "id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "order_line_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "exchange_variant_id" UUID,
    "condition" TEXT,
    "accepted_quantity" INTEGER NOT NULL DEFAULT 0,
    "restock" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "return_lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders"."invoices" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "seller_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "order_id" UUID NOT NULL,
    "sub_order_id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "invoice_id" UUID,
    "currency" CHAR(3) NOT NULL,
    "locale" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "facts" JSONB NOT NULL,
    "buyer" JSONB,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invoices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders"."invoice_counters" (
    "seller_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "invoice_counters_pkey" PRIMARY KEY ("seller_id","kind","year")
);

-- CreateTable
CREATE TABLE "payments"."payments" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_ref" TEXT,
    "client_secret" TEXT,
    "status" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "covered" INTEGER NOT NULL DEFAULT 0,
    "refunded" INTEGER NOT NULL DEFAULT 0,
    "currency" CHAR(3) NOT NULL,
    "country" CHAR(2) NOT NULL,
    "card" TEXT,
    "failure_code" TEXT,
    "failure_message" TEXT,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "allocations" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "captured_at" TIMESTAMPTZ(3),

    CONSTRAINT "payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments"."attempts" (
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "code" TEXT,
    "message" TEXT,
    "card" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments"."refunds" (
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "sub_order_id" UUID,
    "amount" INTEGER NOT NULL,
    "covered" INTEGER NOT NULL DEFAULT 0,
    "parts" JSONB NOT NULL DEFAULT '[]',
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "provider_ref" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "refunds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments"."webhook_events" (
    "provider" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processed_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "outcome" TEXT,
    "last_error" TEXT,

    CONSTRAINT "webhook_events_pkey" PRIMARY KEY ("provider","event_id")
);

-- CreateTable
CREATE TABLE "payments"."ledger_transactions" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "order_id" UUID,
    "payment_id" UUID,
    "currency" CHAR(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_transactions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments"."ledger_entries" (
    "id" UUID NOT NULL,
    "transaction_id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "seller_id" UUID,
    "sub_order_id" UUID,
    "amount" INTEGER NOT NULL,
    "move" BIGINT,
    "balance_after" BIGINT,

    CONSTRAINT "ledger_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments"."outbox" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "available_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments"."seller_balances" (
    "seller_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "held" BIGINT NOT NULL DEFAULT 0,
    "available" BIGINT NOT NULL DEFAULT 0,
    "moves" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "seller_balances_pkey" PRIMARY KEY ("seller_id","currency")
);

-- CreateTable
CREATE TABLE "payments"."seller_holds" (
    "payment_id" UUID NOT NULL,
    "sub_order_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount" INTEGER NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),
    "release_at" TIMESTAMPTZ(3),
    "released_at" TIMESTAMPTZ(3),
    "causes" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "seller_holds_pkey" PRIMARY KEY ("payment_id","sub_order_id")
);

-- CreateTable
CREATE TABLE "payments"."commission_rules" (
    "id" UUID NOT NULL,
    "seller_id" UUID,
    "category_id" UUID,
    "basis_points" INTEGER NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "commission_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments"."line_commissions" (
    "order_line_id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "sub_order_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "category_id" UUID,
    "rule_id" UUID,
    "net" INTEGER NOT NULL,
    "basis_points" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,

    CONSTRAINT "line_commissions_pkey" PRIMARY KEY ("payment_id","order_line_id")
);

-- CreateTable
CREATE TABLE "payments"."payout_settings" (
    "seller_id" UUID NOT NULL,
    "frequency" TEXT NOT NULL,
    "minimum" INTEGER NOT NULL DEFAULT 0,
    "method" TEXT NOT NULL,
    "destination" TEXT NOT NULL,
    "masked" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payout_settings_pkey" PRIMARY KEY ("seller_id")
);

-- CreateTable
CREATE TABLE "payments"."payouts" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "seller_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "destination" TEXT NOT NULL,
    "masked" TEXT NOT NULL,
    "file_id" UUID,
    "provider_ref" TEXT,
    "failure" TEXT,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "payouts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments"."payout_files" (
    "id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "count" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payout_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments"."rates_state" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rates_state_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments"."tax_zones" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prices_include_tax" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tax_zones_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments"."tax_zone_countries" (
    "country" CHAR(2) NOT NULL,
    "zone_id" UUID NOT NULL,

    CONSTRAINT "tax_zone_countries_pkey" PRIMARY KEY ("country")
);

-- CreateTable
CREATE TABLE "payments"."tax_classes" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "tax_classes_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "payments"."tax_rates" (
    "zone_id" UUID NOT NULL,
    "tax_class" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "basis_points" INTEGER NOT NULL,

    CONSTRAINT "tax_rates_pkey" PRIMARY KEY ("zone_id","tax_class","valid_from")
);

-- CreateTable
CREATE TABLE "payments"."shipping_zones" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "elsewhere" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shipping_zones_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments"."shipping_zone_countries" (
    "country" CHAR(2) NOT NULL,
    "zone_id" UUID NOT NULL,

    CONSTRAINT "shipping_zone_countries_pkey" PRIMARY KEY ("country")
);

-- CreateTable
CREATE TABLE "payments"."shipping_offers" (
    "id" UUID NOT NULL,
    "zone_id" UUID NOT NULL,
    "seller_id" UUID,
    "method" TEXT NOT NULL,
    "offered" BOOLEAN NOT NULL DEFAULT true,
    "minimum_days" INTEGER NOT NULL,
    "maximum_days" INTEGER NOT NULL,
    "free_from" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shipping_offers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments"."shipping_bands" (
    "id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "up_to_grams" INTEGER,
    "prices" JSONB NOT NULL,

    CONSTRAINT "shipping_bands_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments"."customers" (
    "user_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "customer_ref" TEXT NOT NULL,
    "default_method" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customers_pkey" PRIMARY KEY ("user_id","provider")
);

-- CreateTable
CREATE TABLE "payments"."instruments" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "code_hash" TEXT,
    "last4" TEXT,
    "user_id" UUID,
    "issued" BIGINT NOT NULL DEFAULT 0,
    "balance" INTEGER NOT NULL,
    "held" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'active',
    "expires_at" TIMESTAMPTZ(3),
    "email" TEXT,
    "locale" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "instruments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments"."instrument_holds" (
    "payment_id" UUID NOT NULL,
    "instrument_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "amount" INTEGER NOT NULL,
    "refunded" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'held',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "instrument_holds_pkey" PRIMARY KEY ("payment_id","instrument_id")
);

-- CreateTable
CREATE TABLE "payments"."instrument_movements" (
    "id" UUID NOT NULL,
    "instrument_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "balance_after" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "order_id" UUID,
    "by" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "instrument_movements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments"."seller_accounts" (
    "seller_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "account_ref" TEXT NOT NULL,
    "ready" BOOLEAN NOT NULL DEFAULT false,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "seller_accounts_pkey" PRIMARY KEY ("seller_id","provider")
);

-- CreateTable
CREATE TABLE "search"."documents" (
    "product_id" UUID NOT NULL,
    "plain" TEXT NOT NULL,
    "lexemes" tsvector NOT NULL,
    "head" tsvector NOT NULL,
    "category_ids" INTEGER[],
    "seller_facet" INTEGER NOT NULL,
    "facet_ids" INTEGER[],
    "counted_ids" INTEGER[],
    "skus" TEXT[],
    "prices" INTEGER[],
    "compare_at" INTEGER[],
    "rating" REAL NOT NULL,
    "rating_count" INTEGER NOT NULL,
    "popularity" REAL NOT NULL DEFAULT 0,
    "orders" INTEGER NOT NULL DEFAULT 0,
    "bestseller" BOOLEAN NOT NULL DEFAULT false,
    "rest_days" SMALLINT NOT NULL DEFAULT 45,
    "available" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revision" BIGINT NOT NULL,
    "indexed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "documents_pkey" PRIMARY KEY ("product_id")
);

-- CreateTable
CREATE TABLE "search"."entries" (
    "product_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "card" JSON NOT NULL,

    CONSTRAINT "entries_pkey" PRIMARY KEY ("product_id")
);

-- CreateTable
CREATE TABLE "search"."texts" (
    "product_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "plain" TEXT NOT NULL,
    "lexemes" tsvector NOT NULL,
    "head" tsvector NOT NULL,

    CONSTRAINT "texts_pkey" PRIMARY KEY ("product_id","locale")
);

-- CreateTable
CREATE TABLE "search"."stale" (
    "product_id" UUID NOT NULL,
    "marked_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "stale_pkey" PRIMARY KEY ("product_id")
);

-- CreateTable
CREATE TABLE "search"."synonyms" (
    "id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "terms" TEXT[],
    "replacements" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "synonyms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search"."facet_values" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "labels" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "facet_values_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search"."terms" (
    "locale" TEXT NOT NULL DEFAULT 'en',
    "word" TEXT NOT NULL,
    "documents" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "terms_pkey" PRIMARY KEY ("locale","word")
);

-- CreateTable
CREATE TABLE "search"."queries" (
    "query" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "searches" INTEGER NOT NULL DEFAULT 0,
    "last_total" INTEGER NOT NULL DEFAULT 0,
    "corrected" INTEGER NOT NULL DEFAULT 0,
    "nothing" INTEGER NOT NULL DEFAULT 0,
    "clicks" INTEGER NOT NULL DEFAULT 0,
    "places" INTEGER NOT NULL DEFAULT 0,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "queries_pkey" PRIMARY KEY ("query","day")
);

-- CreateTable
CREATE TABLE "search"."clicks" (
    "query" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "product_id" UUID NOT NULL,
    "clicks" INTEGER NOT NULL,
    "places" INTEGER NOT NULL,

    CONSTRAINT "clicks_pkey" PRIMARY KEY ("query","day","product_id")
);

-- CreateTable
CREATE TABLE "search"."order_items" (
    "order_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "units" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "shopper_id" UUID,

    CONSTRAINT "order_items_pkey" PRIMARY KEY ("order_id","product_id")
);

-- CreateTable
CREATE TABLE "search"."product_views" (
    "product_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "views" INTEGER NOT NULL,

    CONSTRAINT "product_views_pkey" PRIMARY KEY ("product_id","day")
);

-- CreateTable
CREATE TABLE "search"."co_purchases" (
    "product_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "orders" INTEGER NOT NULL,

    CONSTRAINT "co_purchases_pkey" PRIMARY KEY ("product_id","other_id")
);

-- CreateTable
CREATE TABLE "search"."rails" (
    "kind" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "product_ids" UUID[],
    "weight" REAL NOT NULL DEFAULT 0,
    "run_id" UUID NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rails_pkey" PRIMARY KEY ("kind","owner")
);

-- CreateTable
CREATE TABLE "search"."rail_runs" (
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "phase" TEXT NOT NULL,
    "cursor" TEXT NOT NULL DEFAULT '',
    "rails" INTEGER NOT NULL DEFAULT 0,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "rail_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search"."outbox" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "available_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sale_days_day_currency_idx" ON "analytics"."sale_days"("day", "currency");

-- CreateIndex
CREATE INDEX "sale_product_months_currency_month_idx" ON "analytics"."sale_product_months"("currency", "month");

-- CreateIndex
CREATE INDEX "sale_product_days_currency_day_idx" ON "analytics"."sale_product_days"("currency", "day");

-- CreateIndex
CREATE INDEX "shopper_months_shopper_idx" ON "analytics"."shopper_months"("shopper");

-- CreateIndex
CREATE INDEX "sale_facts_seller_id_currency_sold_at_idx" ON "analytics"."sale_facts"("seller_id", "currency", "sold_at");

-- CreateIndex
CREATE INDEX "sale_facts_sold_at_idx" ON "analytics"."sale_facts" USING BRIN ("sold_at");

-- CreateIndex
CREATE INDEX "outbox_published_at_available_at_idx" ON "analytics"."outbox"("published_at", "available_at");

-- CreateIndex
CREATE INDEX "product_days_seller_id_day_idx" ON "analytics"."product_days"("seller_id", "day");

-- CreateIndex
CREATE INDEX "visit_orders_at_idx" ON "analytics"."visit_orders"("at");

-- CreateIndex
CREATE INDEX "audit_entries_at_id_idx" ON "identity"."audit_entries"("at", "id");

-- CreateIndex
CREATE INDEX "audit_entries_seller_id_at_id_idx" ON "identity"."audit_entries"("seller_id", "at", "id");

-- CreateIndex
CREATE INDEX "audit_entries_actor_user_id_at_idx" ON "identity"."audit_entries"("actor_user_id", "at");

-- CreateIndex
CREATE INDEX "audit_entries_object_id_at_idx" ON "identity"."audit_entries"("object_id", "at");

-- CreateIndex
CREATE INDEX "audit_entries_at_id_idx" ON "catalog"."audit_entries"("at", "id");

-- CreateIndex
CREATE INDEX "audit_entries_seller_id_at_id_idx" ON "catalog"."audit_entries"("seller_id", "at", "id");

-- CreateIndex
CREATE INDEX "audit_entries_actor_user_id_at_idx" ON "catalog"."audit_entries"("actor_user_id", "at");

-- CreateIndex
CREATE INDEX "audit_entries_object_id_at_idx" ON "catalog"."audit_entries"("object_id", "at");

-- CreateIndex
CREATE INDEX "audit_entries_at_id_idx" ON "cart"."audit_entries"("at", "id");

-- CreateIndex
CREATE INDEX "audit_entries_seller_id_at_id_idx" ON "cart"."audit_entries"("seller_id", "at", "id");

-- CreateIndex
CREATE INDEX "audit_entries_actor_user_id_at_idx" ON "cart"."audit_entries"("actor_user_id", "at");

-- CreateIndex
CREATE INDEX "audit_entries_object_id_at_idx" ON "cart"."audit_entries"("object_id", "at");

-- CreateIndex
CREATE INDEX "audit_entries_at_id_idx" ON "orders"."audit_entries"("at", "id");

-- CreateIndex
CREATE INDEX "audit_entries_seller_id_at_id_idx" ON "orders"."audit_entries"("seller_id", "at", "id");

-- CreateIndex
CREATE INDEX "audit_entries_actor_user_id_at_idx" ON "orders"."audit_entries"("actor_user_id", "at");

-- CreateIndex
CREATE INDEX "audit_entries_object_id_at_idx" ON "orders"."audit_entries"("object_id", "at");

-- CreateIndex
CREATE INDEX "audit_entries_at_id_idx" ON "payments"."audit_entries"("at", "id");

-- CreateIndex
CREATE INDEX "audit_entries_seller_id_at_id_idx" ON "payments"."audit_entries"("seller_id", "at", "id");

-- CreateIndex
CREATE INDEX "audit_entries_actor_user_id_at_idx" ON "payments"."audit_entries"("actor_user_id", "at");

-- CreateIndex
CREATE INDEX "audit_entries_object_id_at_idx" ON "payments"."audit_entries"("object_id", "at");

-- CreateIndex
CREATE INDEX "audit_entries_at_id_idx" ON "notifications"."audit_entries"("at", "id");

-- CreateIndex
CREATE INDEX "audit_entries_seller_id_at_id_idx" ON "notifications"."audit_entries"("seller_id", "at", "id");

-- CreateIndex
CREATE INDEX "audit_entries_actor_user_id_at_idx" ON "notifications"."audit_entries"("actor_user_id", "at");

-- CreateIndex
CREATE INDEX "audit_entries_object_id_at_idx" ON "notifications"."audit_entries"("object_id", "at");

-- CreateIndex
CREATE INDEX "audit_entries_at_id_idx" ON "search"."audit_entries"("at", "id");

-- CreateIndex
CREATE INDEX "audit_entries_seller_id_at_id_idx" ON "search"."audit_entries"("seller_id", "at", "id");

-- CreateIndex
CREATE INDEX "audit_entries_actor_user_id_at_idx" ON "search"."audit_entries"("actor_user_id", "at");

-- CreateIndex
CREATE INDEX "audit_entries_object_id_at_idx" ON "search"."audit_entries"("object_id", "at");

-- CreateIndex
CREATE INDEX "lines_variant_id_idx" ON "cart"."lines"("variant_id");

-- CreateIndex
CREATE UNIQUE INDEX "lines_cart_id_variant_id_key" ON "cart"."lines"("cart_id", "variant_id");

-- CreateIndex
CREATE UNIQUE INDEX "stock_locations_seller_id_code_key" ON "cart"."stock_locations"("seller_id", "code");

-- CreateIndex
CREATE INDEX "stock_levels_seller_id_variant_id_idx" ON "cart"."stock_levels"("seller_id", "variant_id");

-- CreateIndex
CREATE INDEX "stock_levels_location_id_idx" ON "cart"."stock_levels"("location_id");

-- CreateIndex
CREATE UNIQUE INDEX "stock_movements_reference_key" ON "cart"."stock_movements"("reference");

-- CreateIndex
CREATE INDEX "stock_movements_variant_id_location_id_idx" ON "cart"."stock_movements"("variant_id", "location_id");

-- CreateIndex
CREATE INDEX "stock_counts_counted_at_idx" ON "cart"."stock_counts"("counted_at");

-- CreateIndex
CREATE INDEX "wishlist_items_user_id_product_id_idx" ON "cart"."wishlist_items"("user_id", "product_id");

-- CreateIndex
CREATE INDEX "wishlist_items_product_id_id_idx" ON "cart"."wishlist_items"("product_id", "id");

-- CreateIndex
CREATE INDEX "wishlist_items_variant_id_idx" ON "cart"."wishlist_items"("variant_id");

-- CreateIndex
CREATE UNIQUE INDEX "wishlist_items_user_id_variant_id_key" ON "cart"."wishlist_items"("user_id", "variant_id");

-- CreateIndex
CREATE INDEX "promotions_seller_id_created_at_idx" ON "cart"."promotions"("seller_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "promotion_codes_promotion_id_idx" ON "cart"."promotion_codes"("promotion_id");

-- CreateIndex
CREATE INDEX "promotion_uses_promotion_id_status_idx" ON "cart"."promotion_uses"("promotion_id", "status");

-- CreateIndex
CREATE INDEX "outbox_published_at_available_at_idx" ON "cart"."outbox"("published_at", "available_at");

-- CreateIndex
CREATE INDEX "stock_rules_seller_id_idx" ON "cart"."stock_rules"("seller_id");

-- CreateIndex
CREATE INDEX "stock_alerts_seller_id_idx" ON "cart"."stock_alerts"("seller_id");

-- CreateIndex
CREATE INDEX "bundle_parts_part_id_idx" ON "cart"."bundle_parts"("part_id");

-- CreateIndex
CREATE INDEX "stock_waits_variant_id_idx" ON "cart"."stock_waits"("variant_id");

-- CreateIndex
CREATE UNIQUE INDEX "stock_waits_user_id_variant_id_key" ON "cart"."stock_waits"("user_id", "variant_id");

-- CreateIndex
CREATE UNIQUE INDEX "categories_path_key" ON "catalog"."categories"("path");

-- CreateIndex
CREATE INDEX "categories_parent_id_position_idx" ON "catalog"."categories"("parent_id", "position");

-- CreateIndex
CREATE INDEX "category_redirects_category_id_idx" ON "catalog"."category_redirects"("category_id");

-- CreateIndex
CREATE INDEX "category_attributes_category_id_position_idx" ON "catalog"."category_attributes"("category_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "seller_profiles_slug_key" ON "catalog"."seller_profiles"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "products_slug_key" ON "catalog"."products"("slug");

-- CreateIndex
CREATE INDEX "products_seller_id_status_created_at_id_idx" ON "catalog"."products"("seller_id", "status", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "products_seller_id_updated_at_id_idx" ON "catalog"."products"("seller_id", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "products_seller_id_title_id_idx" ON "catalog"."products"("seller_id", "title", "id");

-- CreateIndex
CREATE INDEX "products_seller_id_category_id_idx" ON "catalog"."products"("seller_id", "category_id");

-- CreateIndex
CREATE INDEX "products_seller_id_created_at_id_idx" ON "catalog"."products"("seller_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "products_category_id_idx" ON "catalog"."products"("category_id");

-- CreateIndex
CREATE UNIQUE INDEX "products_seller_id_source_ref_key" ON "catalog"."products"("seller_id", "source_ref");

-- CreateIndex
CREATE UNIQUE INDEX "variants_product_id_sku_key" ON "catalog"."variants"("product_id", "sku");

-- CreateIndex
CREATE INDEX "sales_product_id_idx" ON "catalog"."sales"("product_id");

-- CreateIndex
CREATE INDEX "product_summaries_seller_id_stock_product_id_idx" ON "catalog"."product_summaries"("seller_id", "stock", "product_id");

-- CreateIndex
CREATE INDEX "product_summaries_seller_id_price_product_id_idx" ON "catalog"."product_summaries"("seller_id", "price", "product_id");

-- CreateIndex
CREATE INDEX "moderation_cases_status_submitted_at_id_idx" ON "catalog"."moderation_cases"("status", "submitted_at", "id");

-- CreateIndex
CREATE INDEX "moderation_cases_product_id_idx" ON "catalog"."moderation_cases"("product_id");

-- CreateIndex
CREATE INDEX "reviews_product_id_created_at_id_idx" ON "catalog"."reviews"("product_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "reviews_user_id_idx" ON "catalog"."reviews"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_product_id_source_ref_key" ON "catalog"."reviews"("product_id", "source_ref");

-- CreateIndex
CREATE INDEX "slug_redirects_product_id_idx" ON "catalog"."slug_redirects"("product_id");

-- CreateIndex
CREATE INDEX "product_cards_created_at_product_id_idx" ON "catalog"."product_cards"("created_at" DESC, "product_id" DESC);

-- CreateIndex
CREATE INDEX "product_cards_rating_average_rating_count_product_id_idx" ON "catalog"."product_cards"("rating_average" DESC, "rating_count" DESC, "product_id" DESC);

-- CreateIndex
CREATE INDEX "product_cards_seller_id_created_at_idx" ON "catalog"."product_cards"("seller_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "product_cards_category_paths_idx" ON "catalog"."product_cards" USING GIN ("category_paths");

-- CreateIndex
CREATE INDEX "outbox_published_at_available_at_idx" ON "catalog"."outbox"("published_at", "available_at");

-- CreateIndex
CREATE INDEX "review_votes_user_id_idx" ON "catalog"."review_votes"("user_id");

-- CreateIndex
CREATE INDEX "review_reports_user_id_idx" ON "catalog"."review_reports"("user_id");

-- CreateIndex
CREATE INDEX "media_assets_hash_idx" ON "catalog"."media_assets"("hash");

-- CreateIndex
CREATE INDEX "media_assets_created_at_idx" ON "catalog"."media_assets"("created_at");

-- CreateIndex
CREATE INDEX "import_jobs_seller_id_created_at_idx" ON "catalog"."import_jobs"("seller_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "import_jobs_file_key_idx" ON "catalog"."import_jobs"("file_key");

-- CreateIndex
CREATE INDEX "export_jobs_seller_id_created_at_idx" ON "catalog"."export_jobs"("seller_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_index_key" ON "identity"."users"("email_index");

-- CreateIndex
CREATE UNIQUE INDEX "users_source_source_ref_key" ON "identity"."users"("source", "source_ref");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "identity"."sessions"("user_id");

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "identity"."sessions"("expires_at");

-- CreateIndex
CREATE INDEX "one_time_links_user_id_kind_idx" ON "identity"."one_time_links"("user_id", "kind");

-- CreateIndex
CREATE INDEX "one_time_links_expires_at_idx" ON "identity"."one_time_links"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "linked_accounts_user_id_provider_key" ON "identity"."linked_accounts"("user_id", "provider");

-- CreateIndex
CREATE INDEX "refresh_tokens_session_id_idx" ON "identity"."refresh_tokens"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_prefix_key" ON "identity"."api_keys"("prefix");

-- CreateIndex
CREATE INDEX "api_keys_seller_id_created_at_idx" ON "identity"."api_keys"("seller_id", "created_at");

-- CreateIndex
CREATE INDEX "addresses_user_id_created_at_idx" ON "identity"."addresses"("user_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "sellers_slug_key" ON "identity"."sellers"("slug");

-- CreateIndex
CREATE INDEX "memberships_seller_id_idx" ON "identity"."memberships"("seller_id");

-- CreateIndex
CREATE INDEX "invitations_seller_id_invited_at_idx" ON "identity"."invitations"("seller_id", "invited_at");

-- CreateIndex
CREATE INDEX "invitations_email_index_idx" ON "identity"."invitations"("email_index");

-- CreateIndex
CREATE INDEX "data_exports_user_id_requested_at_idx" ON "identity"."data_exports"("user_id", "requested_at");

-- CreateIndex
CREATE INDEX "data_exports_expires_at_idx" ON "identity"."data_exports"("expires_at");

-- CreateIndex
CREATE INDEX "erasures_due_at_idx" ON "identity"."erasures"("due_at");

-- CreateIndex
CREATE INDEX "outbox_published_at_available_at_idx" ON "identity"."outbox"("published_at", "available_at");

-- CreateIndex
CREATE UNIQUE INDEX "messages_dedupe_key_key" ON "notifications"."messages"("dedupe_key");

-- CreateIndex
CREATE INDEX "messages_user_id_channel_created_at_id_idx" ON "notifications"."messages"("user_id", "channel", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "deliveries_provider_ref_idx" ON "notifications"."deliveries"("provider_ref");

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_message_id_attempt_key" ON "notifications"."deliveries"("message_id", "attempt");

-- CreateIndex
CREATE INDEX "outbox_published_at_available_at_idx" ON "notifications"."outbox"("published_at", "available_at");

-- CreateIndex
CREATE INDEX "suppressions_since_idx" ON "notifications"."suppressions"("since" DESC);

-- CreateIndex
CREATE INDEX "provider_notices_provider_ref_idx" ON "notifications"."provider_notices"("provider_ref");

-- CreateIndex
CREATE UNIQUE INDEX "push_subscriptions_endpoint_key" ON "notifications"."push_subscriptions"("endpoint");

-- CreateIndex
CREATE INDEX "push_subscriptions_user_id_idx" ON "notifications"."push_subscriptions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "held_notices_dedupe_key_key" ON "notifications"."held_notices"("dedupe_key");

-- CreateIndex
CREATE INDEX "held_notices_user_id_topic_told_at_idx" ON "notifications"."held_notices"("user_id", "topic", "told_at");

-- CreateIndex
CREATE INDEX "webhook_endpoints_seller_id_created_at_idx" ON "notifications"."webhook_endpoints"("seller_id", "created_at");

-- CreateIndex
CREATE INDEX "webhook_deliveries_endpoint_id_created_at_id_idx" ON "notifications"."webhook_deliveries"("endpoint_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "webhook_deliveries_created_at_idx" ON "notifications"."webhook_deliveries"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_deliveries_endpoint_id_event_key_key" ON "notifications"."webhook_deliveries"("endpoint_id", "event_key");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_attempts_delivery_id_number_key" ON "notifications"."webhook_attempts"("delivery_id", "number");

-- CreateIndex
CREATE INDEX "checkouts_cart_id_created_at_idx" ON "orders"."checkouts"("cart_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "orders_number_key" ON "orders"."orders"("number");

-- CreateIndex
CREATE UNIQUE INDEX "orders_checkout_id_key" ON "orders"."orders"("checkout_id");

-- CreateIndex
CREATE INDEX "orders_user_id_placed_at_id_idx" ON "orders"."orders"("user_id", "placed_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "orders_source_source_ref_key" ON "orders"."orders"("source", "source_ref");

-- CreateIndex
CREATE UNIQUE INDEX "sub_orders_number_key" ON "orders"."sub_orders"("number");

-- CreateIndex
CREATE UNIQUE INDEX "sub_orders_exchange_of_key" ON "orders"."sub_orders"("exchange_of");

-- CreateIndex
CREATE INDEX "sub_orders_order_id_idx" ON "orders"."sub_orders"("order_id");

-- CreateIndex
CREATE INDEX "sub_orders_seller_id_placed_at_id_idx" ON "orders"."sub_orders"("seller_id", "placed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "sub_orders_seller_id_status_idx" ON "orders"."sub_orders"("seller_id", "status");

-- CreateIndex
CREATE INDEX "order_lines_order_id_idx" ON "orders"."order_lines"("order_id");

-- CreateIndex
CREATE INDEX "order_lines_sub_order_id_idx" ON "orders"."order_lines"("sub_order_id");

-- CreateIndex
CREATE INDEX "shipments_sub_order_id_idx" ON "orders"."shipments"("sub_order_id");

-- CreateIndex
CREATE INDEX "shipments_order_id_idx" ON "orders"."shipments"("order_id");

-- CreateIndex
CREATE INDEX "timeline_order_id_at_idx" ON "orders"."timeline"("order_id", "at");

-- CreateIndex
CREATE INDEX "outbox_published_at_available_at_idx" ON "orders"."outbox"("published_at", "available_at");

-- CreateIndex
CREATE INDEX "cancellations_sub_order_id_idx" ON "orders"."cancellations"("sub_order_id");

-- CreateIndex
CREATE UNIQUE INDEX "cancellations_request_id_sub_order_id_key" ON "orders"."cancellations"("request_id", "sub_order_id");

-- CreateIndex
CREATE UNIQUE INDEX "refunds_key_key" ON "orders"."refunds"("key");

-- CreateIndex
CREATE INDEX "refunds_order_id_idx" ON "orders"."refunds"("order_id");

-- CreateIndex
CREATE INDEX "refunds_sub_order_id_idx" ON "orders"."refunds"("sub_order_id");

-- CreateIndex
CREATE UNIQUE INDEX "returns_number_key" ON "orders"."returns"("number");

-- CreateIndex
CREATE INDEX "returns_sub_order_id_idx" ON "orders"."returns"("sub_order_id");

-- CreateIndex
CREATE INDEX "returns_order_id_idx" ON "orders"."returns"("order_id");

-- CreateIndex
CREATE INDEX "returns_seller_id_requested_at_id_idx" ON "orders"."returns"("seller_id", "requested_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "return_lines_return_id_order_line_id_key" ON "orders"."return_lines"("return_id", "order_line_id");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_cause_key" ON "orders"."invoices"("cause");

-- CreateIndex
CREATE INDEX "invoices_sub_order_id_idx" ON "orders"."invoices"("sub_order_id");

-- CreateIndex
CREATE INDEX "invoices_order_id_idx" ON "orders"."invoices"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_seller_id_kind_year_sequence_key" ON "orders"."invoices"("seller_id", "kind", "year", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "payments_idempotency_key_key" ON "payments"."payments"("idempotency_key");

-- CreateIndex
CREATE INDEX "payments_order_id_idx" ON "payments"."payments"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "payments_provider_provider_ref_key" ON "payments"."payments"("provider", "provider_ref");

-- CreateIndex
CREATE UNIQUE INDEX "attempts_payment_id_reference_key" ON "payments"."attempts"("payment_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "refunds_idempotency_key_key" ON "payments"."refunds"("idempotency_key");

-- CreateIndex
CREATE INDEX "refunds_payment_id_idx" ON "payments"."refunds"("payment_id");

-- CreateIndex
CREATE INDEX "refunds_provider_ref_idx" ON "payments"."refunds"("provider_ref");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_transactions_reference_key" ON "payments"."ledger_transactions"("reference");

-- CreateIndex
CREATE INDEX "ledger_transactions_order_id_idx" ON "payments"."ledger_transactions"("order_id");

-- CreateIndex
CREATE INDEX "ledger_transactions_payment_id_idx" ON "payments"."ledger_transactions"("payment_id");

-- CreateIndex
CREATE INDEX "ledger_entries_transaction_id_idx" ON "payments"."ledger_entries"("transaction_id");

-- CreateIndex
CREATE INDEX "ledger_entries_account_idx" ON "payments"."ledger_entries"("account");

-- CreateIndex
CREATE INDEX "ledger_entries_seller_id_idx" ON "payments"."ledger_entries"("seller_id");

-- CreateIndex
CREATE INDEX "outbox_published_at_available_at_idx" ON "payments"."outbox"("published_at", "available_at");

-- CreateIndex
CREATE INDEX "seller_holds_sub_order_id_idx" ON "payments"."seller_holds"("sub_order_id");

-- CreateIndex
CREATE INDEX "seller_holds_seller_id_idx" ON "payments"."seller_holds"("seller_id");

-- CreateIndex
CREATE UNIQUE INDEX "payouts_key_key" ON "payments"."payouts"("key");

-- CreateIndex
CREATE INDEX "payouts_seller_id_planned_at_idx" ON "payments"."payouts"("seller_id", "planned_at");

-- CreateIndex
CREATE INDEX "payouts_file_id_idx" ON "payments"."payouts"("file_id");

-- CreateIndex
CREATE UNIQUE INDEX "tax_zones_name_key" ON "payments"."tax_zones"("name");

-- CreateIndex
CREATE INDEX "tax_zone_countries_zone_id_idx" ON "payments"."tax_zone_countries"("zone_id");

-- CreateIndex
CREATE UNIQUE INDEX "shipping_zones_name_key" ON "payments"."shipping_zones"("name");

-- CreateIndex
CREATE INDEX "shipping_zone_countries_zone_id_idx" ON "payments"."shipping_zone_countries"("zone_id");

-- CreateIndex
CREATE INDEX "shipping_offers_zone_id_idx" ON "payments"."shipping_offers"("zone_id");

-- CreateIndex
CREATE INDEX "shipping_offers_seller_id_idx" ON "payments"."shipping_offers"("seller_id");

-- CreateIndex
CREATE INDEX "shipping_bands_offer_id_idx" ON "payments"."shipping_bands"("offer_id");

-- CreateIndex
CREATE UNIQUE INDEX "customers_provider_customer_ref_key" ON "payments"."customers"("provider", "customer_ref");

-- CreateIndex
CREATE UNIQUE INDEX "instruments_code_hash_key" ON "payments"."instruments"("code_hash");

-- CreateIndex
CREATE INDEX "instruments_created_at_id_idx" ON "payments"."instruments"("created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "instruments_user_id_currency_key" ON "payments"."instruments"("user_id", "currency");

-- CreateIndex
CREATE INDEX "instrument_holds_instrument_id_idx" ON "payments"."instrument_holds"("instrument_id");

-- CreateIndex
CREATE UNIQUE INDEX "instrument_movements_reference_key" ON "payments"."instrument_movements"("reference");

-- CreateIndex
CREATE INDEX "instrument_movements_instrument_id_at_idx" ON "payments"."instrument_movements"("instrument_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "seller_accounts_provider_account_ref_key" ON "payments"."seller_accounts"("provider", "account_ref");

-- CreateIndex
CREATE INDEX "documents_lexemes_idx" ON "search"."documents" USING GIN ("lexemes");

-- CreateIndex
CREATE INDEX "documents_popularity_product_id_idx" ON "search"."documents"("popularity" DESC, "product_id");

-- CreateIndex
CREATE INDEX "documents_facet_ids_idx" ON "search"."documents" USING GIN ("facet_ids");

-- CreateIndex
CREATE INDEX "documents_category_ids_idx" ON "search"."documents" USING GIN ("category_ids");

-- CreateIndex
CREATE INDEX "texts_lexemes_idx" ON "search"."texts" USING GIN ("lexemes");

-- CreateIndex
CREATE INDEX "synonyms_locale_idx" ON "search"."synonyms"("locale");

-- CreateIndex
CREATE UNIQUE INDEX "facet_values_name_value_key" ON "search"."facet_values"("name", "value");

-- CreateIndex
CREATE INDEX "queries_day_idx" ON "search"."queries"("day");

-- CreateIndex
CREATE INDEX "clicks_day_idx" ON "search"."clicks"("day");

-- CreateIndex
CREATE INDEX "order_items_product_id_at_idx" ON "search"."order_items"("product_id", "at");

-- CreateIndex
CREATE INDEX "order_items_shopper_id_product_id_at_idx" ON "search"."order_items"("shopper_id", "product_id", "at");

-- CreateIndex
CREATE INDEX "product_views_day_idx" ON "search"."product_views"("day");

-- CreateIndex
CREATE INDEX "rails_kind_weight_owner_idx" ON "search"."rails"("kind", "weight" DESC, "owner");

-- CreateIndex
CREATE INDEX "rail_runs_finished_at_started_at_idx" ON "search"."rail_runs"("finished_at", "started_at");

-- CreateIndex
CREATE INDEX "outbox_published_at_available_at_idx" ON "search"."outbox"("published_at", "available_at");

-- AddForeignKey
ALTER TABLE "cart"."lines" ADD CONSTRAINT "lines_cart_id_fkey" FOREIGN KEY ("cart_id") REFERENCES "cart"."carts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart"."stock_levels" ADD CONSTRAINT "stock_levels_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "cart"."stock_locations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart"."promotion_codes" ADD CONSTRAINT "promotion_codes_promotion_id_fkey" FOREIGN KEY ("promotion_id") REFERENCES "cart"."promotions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart"."promotion_uses" ADD CONSTRAINT "promotion_uses_promotion_id_fkey" FOREIGN KEY ("promotion_id") REFERENCES "cart"."promotions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart"."cart_promotions" ADD CONSTRAINT "cart_promotions_cart_id_fkey" FOREIGN KEY ("cart_id") REFERENCES "cart"."carts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."categories" ADD CONSTRAINT "categories_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "catalog"."categories"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."category_redirects" ADD CONSTRAINT "category_redirects_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "catalog"."categories"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."category_attributes" ADD CONSTRAINT "category_attributes_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "catalog"."categories"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."products" ADD CONSTRAINT "products_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "catalog"."categories"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."variants" ADD CONSTRAINT "variants_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "catalog"."products"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."prices" ADD CONSTRAINT "prices_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "catalog"."variants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."sales" ADD CONSTRAINT "sales_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "catalog"."products"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."product_translations" ADD CONSTRAINT "product_translations_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "catalog"."products"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."product_summaries" ADD CONSTRAINT "product_summaries_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "catalog"."products"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."moderation_cases" ADD CONSTRAINT "moderation_cases_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "catalog"."products"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."product_media" ADD CONSTRAINT "product_media_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "catalog"."products"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."reviews" ADD CONSTRAINT "reviews_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "catalog"."products"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."slug_redirects" ADD CONSTRAINT "slug_redirects_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "catalog"."products"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."product_cards" ADD CONSTRAINT "product_cards_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "catalog"."products"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."review_votes" ADD CONSTRAINT "review_votes_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "catalog"."reviews"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."review_reports" ADD CONSTRAINT "review_reports_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "catalog"."reviews"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."media_assets" ADD CONSTRAINT "media_assets_hash_fkey" FOREIGN KEY ("hash") REFERENCES "catalog"."media_objects"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."import_errors" ADD CONSTRAINT "import_errors_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "catalog"."import_jobs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "identity"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."one_time_links" ADD CONSTRAINT "one_time_links_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "identity"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."totps" ADD CONSTRAINT "totps_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "identity"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "identity"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."linked_accounts" ADD CONSTRAINT "linked_accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "identity"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."refresh_tokens" ADD CONSTRAINT "refresh_tokens_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "identity"."sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."api_keys" ADD CONSTRAINT "api_keys_seller_id_fkey" FOREIGN KEY ("seller_id") REFERENCES "identity"."sellers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."addresses" ADD CONSTRAINT "addresses_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "identity"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "identity"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."memberships" ADD CONSTRAINT "memberships_seller_id_fkey" FOREIGN KEY ("seller_id") REFERENCES "identity"."sellers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."invitations" ADD CONSTRAINT "invitations_seller_id_fkey" FOREIGN KEY ("seller_id") REFERENCES "identity"."sellers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."data_exports" ADD CONSTRAINT "data_exports_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "identity"."users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications"."deliveries" ADD CONSTRAINT "deliveries_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "notifications"."messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications"."webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "notifications"."webhook_endpoints"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications"."webhook_attempts" ADD CONSTRAINT "webhook_attempts_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "notifications"."webhook_deliveries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders"."sub_orders" ADD CONSTRAINT "sub_orders_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"."orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders"."order_lines" ADD CONSTRAINT "order_lines_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"."orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders"."order_lines" ADD CONSTRAINT "order_lines_sub_order_id_fkey" FOREIGN KEY ("sub_order_id") REFERENCES "orders"."sub_orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders"."shipments" ADD CONSTRAINT "shipments_sub_order_id_fkey" FOREIGN KEY ("sub_order_id") REFERENCES "orders"."sub_orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders"."timeline" ADD CONSTRAINT "timeline_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"."orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders"."return_lines" ADD CONSTRAINT "return_lines_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "orders"."returns"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders"."invoices" ADD CONSTRAINT "invoices_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "orders"."invoices"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments"."attempts" ADD CONSTRAINT "attempts_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"."payments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments"."refunds" ADD CONSTRAINT "refunds_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"."payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments"."ledger_entries" ADD CONSTRAINT "ledger_entries_transaction_id_fkey" FOREIGN KEY ("transaction_id") REFERENCES "payments"."ledger_transactions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments"."payouts" ADD CONSTRAINT "payouts_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "payments"."payout_files"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments"."tax_zone_countries" ADD CONSTRAINT "tax_zone_countries_zone_id_fkey" FOREIGN KEY ("zone_id") REFERENCES "payments"."tax_zones"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments"."tax_rates" ADD CONSTRAINT "tax_rates_zone_id_fkey" FOREIGN KEY ("zone_id") REFERENCES "payments"."tax_zones"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments"."tax_rates" ADD CONSTRAINT "tax_rates_tax_class_fkey" FOREIGN KEY ("tax_class") REFERENCES "payments"."tax_classes"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments"."shipping_zone_countries" ADD CONSTRAINT "shipping_zone_countries_zone_id_fkey" FOREIGN KEY ("zone_id") REFERENCES "payments"."shipping_zones"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments"."shipping_offers" ADD CONSTRAINT "shipping_offers_zone_id_fkey" FOREIGN KEY ("zone_id") REFERENCES "payments"."shipping_zones"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments"."shipping_bands" ADD CONSTRAINT "shipping_bands_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "payments"."shipping_offers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments"."instrument_holds" ADD CONSTRAINT "instrument_holds_instrument_id_fkey" FOREIGN KEY ("instrument_id") REFERENCES "payments"."instruments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments"."instrument_movements" ADD CONSTRAINT "instrument_movements_instrument_id_fkey" FOREIGN KEY ("instrument_id") REFERENCES "payments"."instruments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search"."entries" ADD CONSTRAINT "entries_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "search"."documents"("product_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search"."texts" ADD CONSTRAINT "texts_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "search"."documents"("product_id") ON DELETE CASCADE ON UPDATE CASCADE;
