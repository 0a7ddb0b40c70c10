import type { ReactNode } from 'react';
import type { NavigationCategory } from '../lib/top-categories.ts';
import { useTexts } from '../texts.ts';
import { ConsentOffer } from './consent-offer.tsx';
import { Footer, type FooterTopics } from './footer.tsx';
import { Header } from './header.tsx';
import { LanguageOffer } from './language-offer.tsx';
import { useArrival } from './use-arrival.ts';

interface LayoutProps {
  categories: NavigationCategory[];
  sellerUrl?: string;
  topics: FooterTopics;
  /** Of the page, without language. */
  path: string;
  children: ReactNode;
}

export function Layout({ categories, sellerUrl, topics, path, children }: LayoutProps) {
  const text = useTexts();
  useArrival();
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="fixed start-2 top-2 z-50 -translate-y-24 rounded-control bg-inverse px-4 py-3 font-semibold text-inverse-ink focus:translate-y-0"
      >
        {text.skip}
      </a>
      <Header categories={categories} sellerUrl={sellerUrl} path={path} />
      <main id="content" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <Footer categories={categories} topics={topics} sellerUrl={sellerUrl} />
      <div className="pointer-events-none fixed inset-x-3 bottom-3 z-40 mx-auto grid max-w-xl gap-3">
        <LanguageOffer />
        <ConsentOffer />
      </div>
    </div>
  );
}
