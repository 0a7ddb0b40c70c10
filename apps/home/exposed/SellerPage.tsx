import { Container, Monogram, Rating, useI18n } from '@mallhive/ui';
import { Listing } from '../components/Listing.tsx';
import type { ListingStart } from '../components/use-listing.ts';
import { useTexts } from '../texts.ts';
import type { Seller } from '../types.ts';

export type SellerPageProps = { seller: Seller; start: ListingStart };

/** A seller's shop: who they are and everything they sell. */
export default function SellerPage({ seller, start }: SellerPageProps) {
  const texts = useTexts().seller;
  const { say } = useI18n();
  const about = seller.description.split(/\n\s*\n/).filter(Boolean);
  return (
    <Container className="pt-4 pb-20">
      <header>
        <div className="relative h-40 overflow-hidden rounded-panel bg-tile-1 sm:h-56 lg:h-72">
          {seller.bannerUrl ? (
            <img
              src={seller.bannerUrl}
              alt=""
              width={1280}
              height={360}
              fetchPriority="high"
              decoding="async"
              className="size-full object-cover"
            />
          ) : null}
        </div>
        <div className="flex flex-wrap items-start gap-x-6 gap-y-4 px-2 sm:px-8">
          <span className="relative -mt-14">
            <Monogram name={seller.name} imageUrl={seller.logoUrl || null} size={112} />
          </span>
          <div className="min-w-0 flex-1 basis-72 sm:pt-5">
            <h1>{seller.name}</h1>
            <p className="mt-1.5 text-lg text-ink-soft">{seller.tagline}</p>
          </div>
          <ul className="flex flex-wrap gap-x-6 gap-y-1 text-[0.9375rem] sm:pt-9 text-ink-soft">
            <li>
              {seller.rating.count > 0 ? (
                <Rating average={seller.rating.average} count={seller.rating.count} showAverage />
              ) : (
                texts.noReviews
              )}
            </li>
            <li>{say(texts.products, { count: seller.productCount })}</li>
            <li>{say(texts.since, { year: String(new Date(seller.since).getUTCFullYear()) })}</li>
          </ul>
        </div>
      </header>
      {about.length > 0 ? (
        <section className="mt-12 grid grid-cols-1 gap-4 lg:grid-cols-[15.5rem_minmax(0,1fr)] lg:gap-12">
          <h2 className="text-2xl">{texts.about}</h2>
          <div className="grid max-w-prose gap-4 text-[1.0625rem] leading-relaxed">
            {about.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </div>
        </section>
      ) : null}
      <section className="mt-14">
        <h2 className="mb-7">{texts.all}</h2>
        <Listing key={seller.id} scope={{ kind: 'seller', slug: seller.slug }} start={start} />
      </section>
    </Container>
  );
}
