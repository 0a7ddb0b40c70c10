import { Picture, Rating } from '@mallhive/ui';
import { reviewMessages } from '../../messages/reviews.ts';
import type { SellerReview } from '../../types.ts';

const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });
export const reviewDate = (at: string): string => dates.format(new Date(at));

/** What the buyer wrote, and about which product. */
export function ReviewText({ review, shopUrl }: { review: SellerReview; shopUrl: string }) {
  const { product } = review;
  return (
    <div className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-4">
      <Picture image={product.image} alt="" sizes="3.5rem" ratio={1} rounded className="w-14" />
      <div className="min-w-0">
        <a href={`${shopUrl}/p/${product.slug}`} className="text-sm text-ink-soft hover:underline">
          {product.title}
        </a>
        <div className="mt-1 flex flex-wrap items-center gap-x-3">
          <Rating average={review.rating} />
          {review.title ? <h2 className="font-sans text-base font-semibold tracking-normal">{review.title}</h2> : null}
        </div>
        <p className="mt-2 max-w-prose break-words whitespace-pre-line">{review.body}</p>
        {review.images.length > 0 ? (
          <ul className="mt-3 flex flex-wrap gap-2">
            {review.images.map((image, index) => (
              <li key={image.url}>
                <Picture
                  image={image}
                  alt={image.alt || reviewMessages.seller.picture(index + 1)}
                  sizes="5rem"
                  ratio={1}
                  rounded
                  className="w-20"
                />
              </li>
            ))}
          </ul>
        ) : null}
        <p className="mt-2 text-sm text-ink-soft">
          {reviewMessages.seller.by(review.authorName, reviewDate(review.createdAt))}
        </p>
      </div>
    </div>
  );
}
