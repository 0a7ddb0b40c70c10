import { RemoteSlot } from '@mallhive/federation';
import { BagIcon, Logo } from '@mallhive/ui';
import Link from 'next/link';
import type { NavigationCategory } from '../lib/top-categories.ts';
import { messages } from '../messages.ts';
import { AccountMenu } from './account-menu.tsx';
import { CategoryBar } from './category-bar.tsx';
import { MobileMenu } from './mobile-menu.tsx';
import { SearchBox } from './search-box.tsx';
import { ThemeToggle } from './theme-toggle.tsx';

interface HeaderProps {
  categories: NavigationCategory[];
  sellerUrl?: string;
}

/** Logo, search, account and basket; the categories below. On a phone the search has a row of its own. */
export function Header({ categories, sellerUrl }: HeaderProps) {
  return (
    <header className="sticky top-0 z-30 border-line border-b bg-paper">
      <div className="mh-page flex flex-wrap items-center gap-x-2 gap-y-3 py-3 lg:flex-nowrap lg:gap-x-8">
        <div className="lg:hidden">
          <MobileMenu categories={categories} />
        </div>
        <Link href="/" aria-label={messages.header.home} className="mr-auto lg:mr-0">
          <Logo />
        </Link>
        <div className="order-last w-full lg:order-none lg:max-w-2xl lg:flex-1">
          <SearchBox />
        </div>
        <div className="flex items-center gap-1 lg:ml-auto">
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
  return (
    <a href="/cart" className="mh-icon-button" aria-label={messages.header.basket}>
      <BagIcon />
    </a>
  );
}
