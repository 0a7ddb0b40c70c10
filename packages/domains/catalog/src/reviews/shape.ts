/** The public form of a review `r` of a product whose seller's profile is `s`, as an SQL expression. */
export const publicReview = `json_build_object(
    'id', r.id, 'rating', r.rating, 'title', r.title, 'body', r.body, 'authorName', r.author_name, 'verified', r.verified,
    'createdAt', catalog.iso(r.created_at), 'editedAt', catalog.iso(r.edited_at), 'images', r.images, 'helpful', r.helpful_count,
    'reply', case when r.reply_body is not null
      then json_build_object('body', r.reply_body, 'at', catalog.iso(r.reply_at), 'sellerName', coalesce(s.name, '')) end)`;

/** The same for the people who work with it: with its product `p`. */
export const workedReview = `(${publicReview}::jsonb || jsonb_build_object('status', r.status, 'product', jsonb_build_object(
    'id', p.id, 'slug', p.slug, 'title', p.title, 'image', (
      select jsonb_build_object('url', m.url, 'alt', m.alt, 'width', m.width, 'height', m.height)
      from catalog.product_media m where m.product_id = p.id and m.position = 0))))`;

export const reviewWithProduct = `catalog.reviews r
   join catalog.products p on p.id = r.product_id
   left join catalog.seller_profiles s on s.seller_id = p.seller_id`;
