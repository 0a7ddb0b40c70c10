-- Rules of reviews, pictures, imports and exports that the Prisma model cannot say.

ALTER TABLE catalog.reviews
  ADD CONSTRAINT reviews_status_known CHECK (status IN ('published', 'hidden')),
  ADD CONSTRAINT reviews_counts_not_negative CHECK (helpful_count >= 0 AND open_reports >= 0),
  ADD CONSTRAINT reviews_reply_has_time CHECK ((reply_body IS NULL) = (reply_at IS NULL)),
  ADD CONSTRAINT reviews_report_has_time CHECK ((open_reports > 0) = (reported_at IS NOT NULL));

-- Once each, whatever the code does.
CREATE UNIQUE INDEX reviews_once_each ON catalog.reviews (product_id, user_id) WHERE user_id IS NOT NULL;
CREATE INDEX reviews_helpful ON catalog.reviews (product_id, helpful_count DESC, created_at DESC, id DESC) WHERE status = 'published';
CREATE INDEX reviews_by_stars ON catalog.reviews (product_id, rating, created_at DESC, id DESC) WHERE status = 'published';
CREATE INDEX reviews_reported ON catalog.reviews (reported_at, id) WHERE open_reports > 0;
CREATE INDEX reviews_hidden ON catalog.reviews (created_at DESC, id DESC) WHERE status = 'hidden';

ALTER TABLE catalog.review_reports
  ADD CONSTRAINT review_reports_reason_known CHECK (reason IN ('offensive', 'spam', 'off_topic', 'not_genuine', 'other'));

ALTER TABLE catalog.media_objects
  ADD CONSTRAINT media_objects_hash_form CHECK (hash ~ '^[a-f0-9]{24,64}$'),
  ADD CONSTRAINT media_objects_sane CHECK (bytes > 0 AND width > 0 AND height > 0);
ALTER TABLE catalog.media_usage ADD CONSTRAINT media_usage_not_negative CHECK (bytes >= 0 AND files >= 0);
-- The clean-up asks whether anything still shows a picture.
CREATE INDEX product_media_hash ON catalog.product_media (split_part(url, '/', 3));

ALTER TABLE catalog.import_jobs
  ADD CONSTRAINT import_jobs_status_known
    CHECK (status IN ('uploaded', 'queued', 'checking', 'writing', 'done', 'refused', 'cancelled', 'failed')),
  ADD CONSTRAINT import_jobs_mode_known CHECK (mode IN ('all_or_nothing', 'good_rows')),
  ADD CONSTRAINT import_jobs_counts_sane CHECK (checked_rows <= rows AND written_rows <= rows);
ALTER TABLE catalog.export_jobs
  ADD CONSTRAINT export_jobs_status_known CHECK (status IN ('queued', 'writing', 'done', 'failed'));

-- Whether a shop has approved products is asked with every portion of an import.
CREATE INDEX products_approved ON catalog.products (seller_id) WHERE moderation = 'approved';
