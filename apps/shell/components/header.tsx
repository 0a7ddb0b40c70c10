import { RemoteSlot } from '@mallhive/federation';
import { BagIcon, Logo, localisedPath, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import type { NavigationCategory } from '../lib/top-categories.ts';
import { useTexts } from '../texts.ts';
import { AccountMenu } from './account-menu.tsx';
import { CategoryBar } from './category-bar.tsx';
import { MobileMenu } from './mobile-menu.tsx';
import { RegionMenu } from './region-menu.tsx';
import { SearchBox } from './search-box.tsx';
import { ThemeToggle } from './theme-toggle.tsx';

interface HeaderProps {
  categories: NavigationCategory[];
  sellerUrl?: string;
  /** Of the page, without language. */
  path: string;
}

/** Logo, search, account and basket; the categories below. On a phone the search has a row of its own. */
export function Header({ categories, sellerUrl, path }: HeaderProps) {
  const text = useTexts().header;
  return (
    <header className="sticky top-0 z-30 border-line border-b bg-paper">
      <div className="mh-page flex flex-wrap items-center gap-x-2 gap-y-3 py-3 lg:flex-nowrap lg:gap-x-8">
        <div className="lg:hidden">
          <MobileMenu categories={categories} path={path} />
        </div>
        <Link href="/" aria-label={text.home} className="me-auto lg:me-0">
          <Logo />
        </Link>
        <div className="order-last w-full lg:order-none lg:max-w-2xl lg:flex-1">
          <SearchBox />
        </div>
        <div className="flex items-center gap-1 lg:ms-auto">
          <RegionMenu path={path} />
          <ThemeToggle />
          <AccountMenu sellerUrl={sellerUrl} />
          <RemoteSlot module="cart/MiniCart" props={{}} fallback={<BasketLink />} />
        </div>
      </div>
      <CategoryBar categories={categories} />
    </header>
  );
}

/** Where the basket's own button is not to be had. */
function BasketLink() {
  const text = useTexts().header;
  const { locale } = useI18n();
  return (
    <a href={localisedPath(locale, '/cart')} className="mh-icon-button" aria-label={text.basket}>
      <BagIcon />
    </a>
  );
}
