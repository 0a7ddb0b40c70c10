import {
  ArrowRightIcon,
  CardIcon,
  Monogram,
  Picture,
  Rating,
  ReturnIcon,
  ShieldIcon,
  TruckIcon,
  useI18n,
} from '@mallhive/ui';
import Link from 'next/link';
import { useTexts } from '../texts.ts';
import type { Category, SellerTile } from '../types.ts';

const tints = ['bg-tile-1', 'bg-tile-2', 'bg-tile-3', 'bg-tile-4', 'bg-tile-5', 'bg-tile-6'];

export function Departments({ categories }: { categories: Category[] }) {
  const texts = useTexts().home;
  const { say } = useI18n();
  if (categories.length === 0) return null;
  return (
    <section aria-labelledby="departments">
      <h2 id="departments">{texts.categories}</h2>
      <p className="mt-1.5 text-ink-soft">{texts.categoriesHint}</p>
      <ul className="mt-6 grid grid-cols-2 gap-3 md:grid-cols-3 lg:grid-cols-4 lg:gap-4">
        {categories.slice(0, 8).map((category, index) => (
          <li
            key={category.id}
            className={`group relative flex min-h-36 flex-col justify-between overflow-hidden rounded-tile p-4 sm:min-h-44 lg:p-5 ${tints[index % tints.length]}`}
          >
            <div className="relative z-1 max-w-[75%]">
              <h3 className="text-lg lg:text-xl">
                <Link href={`/c/${category.path}`} prefetch={false} className="after:absolute after:-inset-40">
                  {category.name}
                </Link>
              </h3>
              <p className="mt-0.5 text-sm opacity-80">{say(texts.pieces, { count: category.productCount })}</p>
            </div>
            {category.image ? (
              <span className="absolute -end-3 -bottom-3 w-[46%] max-w-36 overflow-hidden rounded-full transition-transform duration-500 ease-house group-hover:-translate-y-1.5">
                <Picture image={category.image} alt="" ratio={1} sizes="9rem" background="transparent" />
              </span>
            ) : null}
            <ArrowRightIcon className="transition-transform duration-300 group-hover:translate-x-1 rtl:group-hover:-translate-x-1" />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Sellers({ sellers }: { sellers: SellerTile[] }) {
  const texts = useTexts().home;
  const { say } = useI18n();
  if (sellers.length === 0) return null;
  return (
    <section aria-labelledby="sellers">
      <h2 id="sellers">{texts.sellers}</h2>
      <p className="mt-1.5 text-ink-soft">{texts.sellersHint}</p>
      <ul className="mt-6 grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3 lg:gap-4">
        {sellers.slice(0, 6).map((seller) => (
          <li
            key={seller.id}
            className="relative flex items-center gap-4 rounded-tile border border-line bg-surface p-4 transition-shadow hover:shadow-soft"
          >
            <Monogram name={seller.name} imageUrl={seller.logoUrl || null} size={60} />
            <div className="min-w-0">
              <h3 className="truncate">
                <Link
                  href={`/s/${seller.slug}`}
                  prefetch={false}
                  className="after:absolute after:inset-0 after:rounded-tile"
                >
                  {seller.name}
                </Link>
              </h3>
              <p className="truncate text-sm text-ink-soft">{seller.tagline}</p>
              <p className="mt-1 flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
                {seller.rating.count > 0 ? (
                  <Rating average={seller.rating.average} count={seller.rating.count} />
                ) : null}
                <span>{say(texts.products, { count: seller.productCount })}</span>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const trustIcons = [
  ['truck', TruckIcon],
  ['return', ReturnIcon],
  ['shield', ShieldIcon],
  ['card', CardIcon],
] as const;

export function Trust() {
  const texts = useTexts().home;
  return (
    <ul className="grid gap-8 rounded-panel bg-sunken p-7 sm:grid-cols-2 lg:grid-cols-4 lg:p-10">
      {trustIcons.map(([name, Icon]) => {
        const { title, text } = texts.trust[name];
        return (
          <li key={title}>
            <Icon className="mb-3 size-7 text-accent-strong" />
            <p className="font-semibold">{title}</p>
            <p className="mt-1 text-[0.9375rem] text-ink-soft">{text}</p>
          </li>
        );
      })}
    </ul>
  );
}
